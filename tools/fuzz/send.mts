import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { FuzzResponse } from './check-response.mts';
import type { FuzzRequest } from './requests.mts';

/** Maximum time without data until a response counts as missing, in ms. */
const TIMEOUT_MS = 10_000;

/**
 * Sends a request on a separate connection. Undefined if the server closed the connection while the body was being sent, which is how it
 * stops a rejected body.
 * @throws Error if there is no response
 */
export function send(url: string, { method, target, headers, body }: FuzzRequest): Promise<FuzzResponse | undefined> {
  const { hostname, port } = new URL(url);
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const sent = request({
    hostname,
    port,
    method,
    path: target,
    agent: false,
    timeout: TIMEOUT_MS,
    headers: { ...headers, ...(bytes && { 'content-length': bytes.length }) },
  });
  return new Promise((resolve, reject) => {
    sent.on('response', (response) => {
      text(response).then(
        (received) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: received }),
        reject,
      );
    });
    sent.on('timeout', () => sent.destroy(new Error(`no response within ${TIMEOUT_MS / 1000} s`)));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      const isCutOff = bytes !== undefined && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '');
      // A server does not know the method of an unparsable request, so even a HEAD request gets a body.
      const isUnparsedHead = method === 'HEAD' && error.code === 'HPE_CLOSED_CONNECTION';
      if (isCutOff || isUnparsedHead) resolve(undefined);
      else reject(error);
    });
    sent.end(bytes);
  });
}
