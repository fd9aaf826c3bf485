import { ForbiddenException, UnauthorizedException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { StartupError } from '../startup/startup-error';
import { bearerTokenOf } from './bearer-token';
import { type Authenticator, type Identity } from './authenticator';
import type { AccessConfig, Need, StepUp } from './needs';
import { requireStepUp } from './step-up';

declare module 'fastify' {
  interface FastifyInstance {
    /** The requests whose senders have the same permissions as when the requests arrived. */
    stillPermitted(requests: readonly FastifyRequest[]): Promise<ReadonlySet<FastifyRequest>>;
  }
  interface FastifyRequest {
    /** The sender; undefined if nobody is signed in, and on a public route. */
    identity?: Identity;
    /** The last check, in milliseconds of `performance.now()`; undefined on a public route. */
    accessCheckedAt?: number;
    /**
     * Checks again that the sender may use the route, unless the last check is recent.
     * @throws UnauthorizedException or ForbiddenException if the sender has lost access
     */
    recheckAccess(reply: FastifyReply, maxAgeMs: number): Promise<void>;
  }
}

/** Age of the first check from which it is repeated after the body, in milliseconds: as old as a cached session may be. */
const MAX_AGE_MS = 500;

/**
 * Lets a request through only if its sender may use the route. A hook and not a Nest guard, because guards run after the body is
 * read. A body may take half a minute, so a second check follows it if needed.
 */
export function requireAccess(fastify: FastifyInstance, authenticator: Authenticator): void {
  fastify.decorate('stillPermitted', async (requests) => {
    const identities = await authenticator.identifyAgain(requests);
    return new Set(requests.filter((request) => isUnchanged(request.identity, identities.get(request))));
  });
  fastify.decorateRequest('identity', undefined);
  fastify.decorateRequest('accessCheckedAt', undefined);
  fastify.decorateRequest('recheckAccess', async function (this: FastifyRequest, reply, maxAgeMs) {
    const { accessCheckedAt } = this;
    if (accessCheckedAt === undefined || performance.now() - accessCheckedAt < maxAgeMs) return;
    await checkAccess(this, reply, authenticator);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const { needs } = configOf(request.routeOptions);
    if (request.is404 || needs === undefined || needs === 'public') return; // a probe must not need the database
    await checkAccess(request, reply, authenticator);
  });
  fastify.addHook('preHandler', (request, reply) => request.recheckAccess(reply, MAX_AGE_MS));
}

async function checkAccess(request: FastifyRequest, reply: FastifyReply, authenticator: Authenticator): Promise<void> {
  const startedAt = performance.now();
  const identity = await authenticator.identify(request);
  if (!identity) {
    const isToken = bearerTokenOf(request) !== undefined;
    reply.header('WWW-Authenticate', isToken ? 'Bearer error="invalid_token"' : 'Bearer');
    throw new UnauthorizedException(isToken ? 'The token is unknown, expired or revoked' : 'Sign in to do this');
  }
  request.identity = identity;
  const { needs, stepUp = false } = configOf(request.routeOptions);
  if (needs) requirePermitted(identity, needs, stepUp, reply);
  request.accessCheckedAt = startedAt;
}

/** Whether the sender is still the same, with the same permissions. */
function isUnchanged(before: Identity | undefined, now: Identity | undefined): boolean {
  if (!before || !now) return false;
  const isSameSender = JSON.stringify(before.actor) === JSON.stringify(now.actor);
  return isSameSender && [...before.permissions].sort().join() === [...now.permissions].sort().join();
}

function requirePermitted({ actor, permissions, session }: Identity, need: Need, stepUp: StepUp, reply: FastifyReply) {
  if ((need === 'signed-in' || stepUp === true) && !session)
    throw new ForbiddenException('This needs a person who is signed in');
  const needed = need === 'public' || need === 'signed-in' ? [] : [need].flat();
  const missing = needed.find((permission) => !permissions.has(permission));
  if (missing) {
    if (actor.kind === 'token') {
      reply.header('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${needed.join(' ')}"`);
    }
    throw new ForbiddenException(`This needs the permission ${missing}`);
  }
  if (stepUp && stepUp !== 'sometimes' && session) requireStepUp(session);
}

/** Paths of the API. Every route below them declares its requirement. */
const API_PATH = /^\/(?:api|healthz|readyz)(?:\/|$)/;

/**
 * Stops the start if a route of the API lacks `@Needs()`. Call before registering the first one.
 * @throws StartupError when the server becomes ready
 */
export function requireDeclaredNeeds(fastify: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  fastify.addHook('onRoute', (route) => {
    if (API_PATH.test(route.url)) routes.push(route);
  });
  fastify.addHook('onReady', (done) => {
    const undeclared = routes.filter((route) => !configOf(route).needs).map(({ url }) => url); // plugins have added theirs by now
    done(undeclared.length ? new StartupError(`Routes without @Needs(): ${undeclared.join(', ')}`) : undefined);
  });
}

/** Makes the routes of a plugin public. */
export function makePublic(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    route.config = { ...route.config, needs: 'public' };
  });
}

function configOf({ config }: { config?: unknown }): AccessConfig {
  return config ?? {};
}
