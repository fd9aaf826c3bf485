import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ANONYMOUS_ACTOR } from './actor';
import { Waits } from './waiting';
import { type WorkContext, runInContext } from './work-context';

/** Usual time from the arrival of the body until the response, in milliseconds. nginx waits 15 s, most clients 10 s or longer. */
const REQUEST_DEADLINE_MS = 8000;

/** The part of a route's Fastify configuration that this folder reads. Set it with Nest's `@RouteConfig()`. */
export interface DeadlineConfig {
  /** `false` for a request whose body may take long to arrive; a time in milliseconds for one whose answer takes longer than usual. */
  readonly deadline?: false | number;
}

/**
 * Runs each request in its own context. The hook runs after the body is parsed, because the parser runs in socket events, which
 * carry the context of the connection.
 */
export function provideRequestContext(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => runInContext(contextOf(request), done));
}

function contextOf({ id, identity, routeOptions }: FastifyRequest): WorkContext {
  const { deadline = REQUEST_DEADLINE_MS } = routeOptions.config as DeadlineConfig;
  return {
    actor: identity?.actor ?? ANONYMOUS_ACTOR,
    requestId: id,
    waits: new Waits(),
    ...(deadline !== false && { deadline: performance.now() + deadline }),
  };
}
