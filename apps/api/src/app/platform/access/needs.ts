import type { Permission } from '@docket/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { ApiProblems } from '../problems/api-problems';
import { STEP_UP_PROBLEM } from './step-up';

/** What a route needs: a permission, all of several ones, the session of any person, or nothing. */
export type Need = Permission | readonly Permission[] | 'signed-in' | 'public';

/** The part of a route's Fastify configuration that this folder reads. */
export interface AccessConfig {
  readonly needs?: Need;
  readonly stepUp?: StepUp;
}

/**
 * Who must have proved who they are within {@link STEP_UP_MINUTES}: `true` for a route of people only, which refuses tokens. `people` for
 * a route that programs use, too: creating a token already required a proof, and the open mode has no people. `sometimes` for
 * such a route that asks for the proof itself, by {@link requireStepUp}, for some changes only.
 */
export type StepUp = boolean | 'people' | 'sometimes';

/** More that a route needs. */
interface NeedOptions {
  readonly stepUp?: StepUp;
}

/** The metadata that Nest's `@RouteConfig()` sets. */
const ROUTE_CONFIG = '__fastify_route_config__';

/**
 * Declares what a route needs, for the server and in the OpenAPI document. The server does not start with a route that declares
 * nothing. Stands above `@RouteConfig()`, whose values it keeps.
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
