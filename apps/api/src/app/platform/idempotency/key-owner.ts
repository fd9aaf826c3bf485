import { createHash } from 'node:crypto';
import { HttpStatus } from '@nestjs/common';
import type { Actor } from '../context/actor';
import { ProblemException } from '../problems/problem.exception';
import { KEY_IN_FLIGHT, KEY_REUSED } from './problem-kinds';

/** Hours for which a key is kept, as clients know it from Stripe. */
export const KEPT_HOURS = 24;

/** A key with its owner. Two actors may choose the same key. */
export interface ActorKey {
  readonly actor: Actor;
  readonly key: string;
  /** The address of the client. It separates the keys of senders who are not signed in. */
  readonly address: string;
  /** A digest of the request, which differs for another request. */
  readonly fingerprint: Buffer;
}

/** The name of an actor among the owners of keys. */
export function ownerOf({ actor, address }: Pick<ActorKey, 'actor' | 'address'>): string {
  switch (actor.kind) {
    case 'person':
      return `person ${actor.userId}`;
    case 'token':
      return `token ${actor.tokenId}`;
    case 'requester':
      return `requester ${actor.requesterId}`;
    case 'anonymous':
      return `anonymous ${createHash('sha256').update(address).digest('base64url').slice(0, 22)}`;
    default:
      return actor.kind;
  }
}

export function keyInFlight(): ProblemException {
  const detail = 'Another request with this Idempotency-Key is running. Try again in a second';
  return new ProblemException(HttpStatus.CONFLICT, KEY_IN_FLIGHT, detail);
}

export function keyReused(): ProblemException {
  const detail = 'This Idempotency-Key was used for another request. Use a new key for a new request';
  return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, KEY_REUSED, detail);
}
