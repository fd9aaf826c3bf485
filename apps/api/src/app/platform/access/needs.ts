import type { Permission } from '@docket/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { ApiProblems } from '../problems/api-problems';
import { STEP_UP_PROBLEM } from './step-up';

/** The requirement of a route: a permission, all of several permissions, the session of any person, or none. */
export type Need = Permission | readonly Permission[] | 'signed-in' | 'public';

/** The part of a route's Fastify configuration that this folder reads. */
export interface AccessConfig {
  readonly needs?: Need;
  readonly stepUp?: StepUp;
}

/**
 * The proof of identity within {@link STEP_UP_MINUTES} that a route needs. `true`: from everyone; the route refuses tokens. `people`: from
 * people, but not from programs, because creating a token already required a proof; the open mode has no people. `sometimes`: for some
 * changes only; the route itself calls {@link requireStepUp}.
 */
export type StepUp = boolean | 'people' | 'sometimes';

interface NeedOptions {
  readonly stepUp?: StepUp;
}

/** The metadata that Nest's `@RouteConfig()` sets. */
const ROUTE_CONFIG = '__fastify_route_config__';

/**
 * Declares the requirement of a route, for the server and in the OpenAPI document. The server does not start with a route that declares
 * none. Place it above `@RouteConfig()`, whose values it keeps.
 */
export function Needs(needs: Need, { stepUp = false }: NeedOptions = {}): MethodDecorator {
  if (needs === 'public') return applyDecorators(configure({ needs }), ApiSecurity({}));
  return applyDecorators(
    configure({ needs, stepUp }),
    ApiProblems(401, stepUp ? STEP_UP_PROBLEM : 403),
    ...(needs === 'signed-in' || stepUp === true ? [ApiSecurity('session')] : []),
    ...(needs === 'signed-in' ? [] : [ApiExtension('x-permission', needs)]),
    ...(stepUp === true || stepUp === 'people' ? [ApiExtension('x-step-up', true)] : []),
  );
}

function configure(needed: AccessConfig): MethodDecorator {
  return (_target, _key, { value: handler }) => {
    const config = Reflect.getMetadata(ROUTE_CONFIG, handler as object) as AccessConfig | undefined;
    Reflect.defineMetadata(ROUTE_CONFIG, { ...config, ...needed }, handler as object);
  };
}
