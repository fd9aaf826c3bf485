import { PassThrough } from 'node:stream';
import { RequestTimeoutException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { DeadlineConfig } from '../context/request-context';

/** Time for a body to arrive, in milliseconds. The largest JSON body takes as long at 50 kB/s, a slow mobile connection. */
const BODY_DEADLINE_MS = 30_000;

/**
 * Responds 408 if a body takes too long. Node has a limit for the headers only, and one for silence, which a byte a second never
 * reaches. Bodies of routes without a deadline may take as long as their network.
 */
export function limitBodyTime(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', ({ headers, routeOptions }, reply, payload, done) => {
    const { deadline } = routeOptions.config as DeadlineConfig;
    if (deadline === false || headers['content-type'] === undefined) return done(null, payload);
    const body = new PassThrough();
    const late = () => body.destroy(new RequestTimeoutException('The body did not arrive in time'));
    const timer = setTimeout(late, BODY_DEADLINE_MS);
    body.on('error', () => undefined); // a request that is refused has no reader of its body
    payload.once('error', (error) => body.destroy(error));
    payload.once('end', () => clearTimeout(timer));
    reply.raw.once('close', () => clearTimeout(timer));
    done(null, payload.pipe(body));
  });
}
