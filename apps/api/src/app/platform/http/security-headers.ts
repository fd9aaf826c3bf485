import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** The API's own responses load nothing in a browser. The client's page has its own policy (client-page.ts). */
const API_POLICY = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };

/** Only the browser of the reader may cache data, and it revalidates before each use. */
export const CACHE_POLICY = 'private, no-cache';

/**
 * Helmet's headers, for every response. They are constant, so helmet runs once, on a response that is never sent.
 * Strict-Transport-Security is missing because Docket speaks plain HTTP: the proxy that terminates TLS sends it.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = runHelmet();

function runHelmet(): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: API_POLICY },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' }, // an open Docket refuses reads of other machines' pages by it (this-machine.ts)
    xFrameOptions: { action: 'deny' },
  })(request, response, (error?: unknown) => {
    if (error) throw error as Error; // an invalid directive: the process must not start without a policy
  });
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
}
