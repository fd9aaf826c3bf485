import type { Permission } from '@docket/domain';
import { ForbiddenException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '../../platform/access/authenticator';

/** The session of a request to a route that needs one. */
export function sessionOf({ identity }: FastifyRequest): SignedIn {
  if (!identity?.session) throw new ForbiddenException('This needs a person who is signed in');
  return identity.session;
}

/** A signed-in person and what they may do. */
export interface SignedInPerson {
  readonly userId: number;
  readonly permissions: ReadonlySet<Permission>;
}

/** The person of a request to a route that needs a session. */
export function personOf(request: FastifyRequest): SignedInPerson {
  return { userId: sessionOf(request).userId, permissions: request.identity?.permissions ?? new Set() };
}
