import type { Permission } from '@docket/domain';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../context/actor';

/** The session that a request belongs to. */
export interface SignedIn {
  readonly userId: number;
  /** The SHA-256 of its token. */
  readonly tokenHash: Buffer;
  /** The last time that the person proved who they are. */
  readonly authenticatedAt: Date;
}

/** The sender of a request and their permissions. */
export interface Identity {
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
  /** The session of a person in a browser; absent for a token and in the open mode. */
  readonly session?: SignedIn;
}

/** The port through which the platform identifies the sender of a request. A feature implements it. */
export abstract class Authenticator {
  /**
   * Identifies the sender before the body is read.
   * @returns undefined for a sender who is not signed in
   * @throws ProblemException for credentials that must not be used here
   * @throws Error if the database is unavailable: access is then refused
   */
  abstract identify(request: FastifyRequest): Promise<Identity | undefined>;

  /**
   * Identifies the senders of long requests again, with the same few queries for any number of them. Leaves out those who are no
   * longer signed in. Does not count as activity, so it keeps no session alive.
   * @throws Error if the database is unavailable
   */
  abstract identifyAgain(requests: readonly FastifyRequest[]): Promise<ReadonlyMap<FastifyRequest, Identity>>;
}
