import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DeadlineConfig } from '../context/request-context';
import { JSON_BODY_LIMIT } from '../http/json-body';
import { onClosed } from '../http/on-closed';
import type { ShedRequests } from './shed-requests';

/** Size from which a body is large, in bytes. Almost all are smaller: a ticket has a few kilobytes. */
const LARGE_BYTES = 256 * 1024;

/** Maximum size of all large bodies together, in bytes: 42 of the largest ones. The container has 512 MB. */
const LARGE_BODIES_BYTES = 64 * 2 ** 20;

/**
 * Refuses a large body while others take up the memory for them, from its arrival until its response. A body without a length counts as
 * the largest one. Imports are streamed, so they do not count.
 */
export function limitLargeBodies(fastify: FastifyInstance, shed: Pick<ShedRequests, 'refuse'>): void {
  let left = LARGE_BODIES_BYTES;
  fastify.addHook('preParsing', (request, reply, payload, done) => {
    const size = sizeOf(request);
    if (size < LARGE_BYTES) return done(null, payload);
    if (size > left) throw shed.refuse('bodies');
    left -= size;
    onClosed(reply.raw, () => (left += size));
    done(null, payload);
  });
}

/** The size of a body that is read into memory, in bytes; 0 without one. The parser refuses more than the limit. */
function sizeOf({ headers, routeOptions }: FastifyRequest): number {
  const { deadline } = routeOptions.config as DeadlineConfig;
  if (deadline === false) return 0;
  if (headers['transfer-encoding'] !== undefined) return JSON_BODY_LIMIT;
  return Math.min(Number(headers['content-length'] ?? 0), JSON_BODY_LIMIT);
}
