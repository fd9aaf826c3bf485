import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What the API's own answers may load in a browser: nothing. The client's pages say what they need (client-page.ts). */
const NOTHING = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };

/** The most important of helmet's headers, for what is answered before a request gets as far as helmet. */
export const EARLY_HEADERS = {
  'Content-Security-Policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/**
 * Helmet's headers on every answer. Docket itself speaks plain HTTP, behind a proxy or on this machine only: sending
 * Strict-Transport-Security is for whoever terminates TLS.
 */
export function addSecurityHeaders(app: NestFastifyApplication): void {
  void app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
}
