import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ANONYMOUS_ACTOR } from './actor';
import { Waits } from './waiting';
import { type WorkContext, runInContext } from './work-context';

/** Usual time for a response, in milliseconds, without the time in which the body arrives. nginx waits 15 s, most clients 10 s or longer. */
const REQUEST_DEADLINE_MS = 8000;

declare module 'fastify' {
  interface FastifyRequest {
    /** The context of the request until its body is read. */
    workContext: WorkContext | undefined;
  }
}

/** The part of a route's Fastify configuration that this folder reads. Set it with Nest's `@RouteConfig()`. */
export interface DeadlineConfig {
  /** `false` for a request whose body may take long to arrive; a time in milliseconds for one whose answer takes longer than usual. */
  readonly deadline?: false | number;
}

/**
 * Runs each request in its own context, from its arrival: the check of its sender uses the database, too. A second hook enters the
 * context again after the body is parsed, because the parser runs in socket events, which carry the context of the connection.
 */
export function provideRequestContext(fastify: FastifyInstance): void {
  fastify.decorateRequest('workContext', undefined);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const context = { actor: ANONYMOUS_ACTOR, requestId: request.id, ...deadlineFrom(performance.now(), request) };
    request.workContext = context;
    runInContext(context, done);
  });
  fastify.addHook('preValidation', (request, _reply, done) => runInContext(withSender(request), done));
}

/** The context of a request whose sender is known and whose body, if it has one, has arrived: the time of a body does not count. */
function withSender(request: FastifyRequest): WorkContext {
  const { identity, workContext, id, body } = request;
  const deadline = workContext?.deadline;
  return {
    actor: identity?.actor ?? ANONYMOUS_ACTOR,
    requestId: id,
    waits: new Waits(),
    ...(body === undefined && deadline !== undefined ? { deadline } : deadlineFrom(performance.now(), request)),
  };
}

function deadlineFrom(start: number, { routeOptions }: FastifyRequest): Pick<WorkContext, 'deadline'> {
  const { deadline = REQUEST_DEADLINE_MS } = routeOptions.config as DeadlineConfig;
  return deadline === false ? {} : { deadline: start + deadline };
}
