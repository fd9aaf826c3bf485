import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** Asked every few seconds by whoever watches the process; their lines would drown the others. */
const PROBES = ['/healthz', '/readyz'];

/**
 * One line for each answered request: method, path, status and milliseconds. The query stays out of it: a search
 * can hold a customer's name.
 */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'request_id' });
  }

  override incomingRequest(): void {
    // The line of the answer says it all.
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const path = pathOf(request);
    const { statusCode: status } = reply;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const level = error || status >= 500 ? 'warn' : PROBES.includes(path) ? 'debug' : 'info';
    reply.log[level]({ method: request.method, path, status, ms, ...(error && { err: error }) });
  }

  override routeNotFound(): void {
    // An answer of 404 is a line like any other.
  }
}

function pathOf({ url }: FastifyRequest): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}
