import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { cutText } from '../validation/cut-text';

/** Monitoring calls these every few seconds; their lines would hide the others. */
const PROBES = /^\/(?:healthz|readyz)\/?$/;

/** Maximum length of the path in a log line, in UTF-16 code units. */
const MAX_PATH_LENGTH = 1000;

/**
 * Logs one line per response: client address, method, path, status and milliseconds, without the query, because a search may contain a
 * customer's name.
 */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'request_id' });
  }

  override incomingRequest(): void {
    // requestCompleted logs one line per request
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const path = pathOf(request);
    const { statusCode: status } = reply;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const level = error || status >= 500 ? 'warn' : PROBES.test(path) ? 'debug' : 'info';
    reply.log[level]({ client: request.ip, method: request.method, path, status, ms, ...(error && { err: error }) });
  }

  override routeNotFound(): void {
    // requestCompleted logs this response, too
  }
}

/** Without the query, and without the host and password of a URL in absolute form (RFC 9112, 3.2.2). */
function pathOf({ url }: FastifyRequest): string {
  const [path = ''] = url.split('?', 1);
  return cutText(path.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, ''), MAX_PATH_LENGTH);
}
