import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyReply } from 'fastify';

/** Where index.html carries the nonce. Angular puts it on each style sheet that a component brings along. */
const NONCE_PLACE = '<docket-root';

/** Scripts and fonts from this host only; styles from this host, and those that carry the page's nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The client's one HTML page, with a nonce of its own for every answer: so no cache may answer for it, and it has no ETag. */
export class ClientPage {
  private readonly parts: readonly string[];

  /** @param file the built index.html */
  constructor(file: string) {
    this.parts = readFileSync(file, 'utf8').split(NONCE_PLACE);
  }

  send(reply: FastifyReply): FastifyReply {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('Content-Security-Policy', policy(nonce))
      .header('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(this.parts.join(`${NONCE_PLACE} ngCspNonce="${nonce}"`));
  }
}
