import { ForbiddenException, UnauthorizedException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { StartupError } from '../startup/startup-error';
import { type Authenticator, type Identity } from './authenticator';
import type { AccessConfig, Need } from './needs';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request; undefined if nobody is signed in. */
    identity?: Identity;
  }
}

/**
 * Lets a request through only if its sender may use the route. A hook and not a Nest guard, because guards run after the body is
 * read.
 */
export function requireAccess(fastify: FastifyInstance, authenticator: Authenticator): void {
  fastify.decorateRequest('identity', undefined);
  fastify.addHook('onRequest', async (request, reply) => {
    const need = needOf(request);
    if (request.is404 || need === undefined || need === 'public') return; // a probe must not need the database
    const identity = await authenticator.identify(request);
    if (identity) request.identity = identity;
    if (!identity) {
      reply.header('WWW-Authenticate', 'Bearer');
      throw new UnauthorizedException('Sign in to do this');
    }
    if (need !== 'signed-in' && !identity.permissions.has(need)) {
      throw new ForbiddenException(`This needs the permission ${need}`);
    }
  });
}

/** Paths of the API. Every route below them declares what it needs. */
const API_PATH = /^\/(?:api|healthz|readyz)(?:\/|$)/;

/**
 * Stops the start if a route of the API declares no need. Call before registering the first one.
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

/** Declares that the routes of a plugin need nothing. */
export function makePublic(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    route.config = { ...route.config, needs: 'public' };
  });
}

function configOf({ config }: { config?: unknown }): AccessConfig {
  return config ?? {};
}

function needOf({ routeOptions }: FastifyRequest): Need | undefined {
  return configOf(routeOptions).needs;
}
