import type { Permission } from '@docket/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { ApiProblems } from '../problems/api-problems';

/** What a route needs: a permission, any signed-in person, or nothing. */
export type Need = Permission | 'signed-in' | 'public';

/** The part of a route's Fastify configuration that this folder reads. */
export interface AccessConfig {
  readonly needs?: Need;
}

/** The metadata that Nest's `@RouteConfig()` sets. */
const ROUTE_CONFIG = '__fastify_route_config__';

/**
 * Declares what a route needs, for the server and in the OpenAPI document. The server does not start with a route that declares
 * nothing. Stands above `@RouteConfig()`, whose values it keeps.
 */
export function Needs(needs: Need): MethodDecorator {
  if (needs === 'public') return applyDecorators(configure(needs), ApiSecurity({}));
  return applyDecorators(
    configure(needs),
    ApiProblems(401, 403),
    ...(needs === 'signed-in' ? [] : [ApiExtension('x-permission', needs)]),
  );
}

function configure(needs: Need): MethodDecorator {
  return (_target, _key, { value: handler }) => {
    const config = Reflect.getMetadata(ROUTE_CONFIG, handler as object) as AccessConfig | undefined;
    Reflect.defineMetadata(ROUTE_CONFIG, { ...config, needs }, handler as object);
  };
}
