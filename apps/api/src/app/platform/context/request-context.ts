import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LOCAL_ACTOR } from './actor';
import { type WorkContext, runInContext } from './work-context';

/**
 * How long a request may run its work again after a conflict, in milliseconds. With the timeouts of one more query, the response
 * stays within the seven seconds that the API promises.
 */
const REQUEST_DEADLINE_MS = 2500;

/** Fastify's configuration of a route, as far as this folder reads it. Set it with Nest's `@RouteConfig()`. */
export interface DeadlineConfig {
  /** `false` for a request that may take as long as its body takes to arrive. */
  readonly deadline?: boolean;
}

/**
 * Runs each request in its own context. The hook comes after the body was parsed: the parser answers to events of the socket,
 * which carry the context of the connection.
 */
export function provideRequestContext(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => runInContext(contextOf(request), done));
}

function contextOf({ id, routeOptions }: FastifyRequest): WorkContext {
  const { deadline = true } = routeOptions.config as DeadlineConfig;
  return {
    actor: LOCAL_ACTOR,
    requestId: id,
    ...(deadline && { deadline: performance.now() + REQUEST_DEADLINE_MS }),
  };
}
