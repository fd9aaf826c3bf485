import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A valid X-Request-Id: safe and short enough for a log line. */
const VALID_ID = /^[\w.:-]{1,100}$/;

/** The id of a request in logs and responses: the client's X-Request-Id if valid, otherwise a new one. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const clientId = headers['x-request-id'];
  return typeof clientId === 'string' && VALID_ID.test(clientId) ? clientId : randomUUID();
}
