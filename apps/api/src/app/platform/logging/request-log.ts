import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Actor } from '../context/actor';
import { isProbe } from '../health/is-probe';
import { cutText } from '../validation/cut-text';
import { traceIdOf } from './trace-id';

/** Maximum length of the path in a log line, in UTF-16 code units. */
const MAX_PATH_LENGTH = 1000;

/**
 * Logs one line per response: client address, actor, method, path, status, milliseconds, and the trace that the client named. Without
 * the query, because a search may contain a customer's name.
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
    const level = error || status >= 500 ? 'warn' : isProbe(path) ? 'debug' : 'info'; // lines of probes would hide the others
    const traceId = traceIdOf(request.raw);
    reply.log[level]({
      client: request.ip,
      ...(request.identity && { actor: nameOf(request.identity.actor) }),
      method: request.method,
      path,
      status,
      ms,
      ...(traceId && { trace_id: traceId }),
      ...(error && { err: error }),
    });
  }

  override routeNotFound(): void {
    // requestCompleted logs this response, too
  }
}

/** The kind and the id of the sender, such as `person:3`, which the audit log explains. Never a name or an address. */
function nameOf(actor: Actor): string {
  if (actor.kind === 'token') return `token:${actor.tokenId}`;
  if (actor.kind === 'person') return `person:${actor.userId}`;
  return actor.kind;
}

/** Without the query, and without the host and password of a URL in absolute form (RFC 9112, 3.2.2). */
function pathOf({ url }: FastifyRequest): string {
  const [path = ''] = url.split('?', 1);
  return cutText(path.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, ''), MAX_PATH_LENGTH);
}
