import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a proxy or a client may call a request: nothing that could break a line of the log, or flood it. */
const SANE = /^[\w.:-]{1,100}$/;

/** The name of a request in logs and answers: the caller's own X-Request-Id where that is sane, else a new one. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}
