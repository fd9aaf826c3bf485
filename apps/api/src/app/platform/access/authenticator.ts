import type { Permission } from '@docket/domain';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../context/actor';

/** Who sends a request, and what they may do. */
export interface Identity {
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
}

/** The port through which the platform asks who sends a request. A feature implements it. */
export abstract class Authenticator {
  /**
   * Identifies the sender before the body is read.
   * @returns undefined for a sender who is not signed in
   * @throws ProblemException for credentials that must not be used here
   * @throws Error if the database is unavailable: then nobody is let in
   */
  abstract identify(request: FastifyRequest): Promise<Identity | undefined>;
}
