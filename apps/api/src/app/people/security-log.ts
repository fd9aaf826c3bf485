import type { SecurityEventName } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/context/actor';
import type { Client } from './client';
import { type EventDetails, SecurityEvent } from './model/security-event.entity';

/** The people and the details of a security event. */
interface About {
  /** The acting person; absent for someone who is not signed in. */
  readonly actorId?: number;
  /** The person whom the event is about. */
  readonly userId?: number;
  /** The token that acted. */
  readonly tokenId?: number;
  readonly details?: EventDetails;
}

/** The ids of an actor in an event; empty in the open mode. */
export function actorIds(actor: Actor): Pick<About, 'actorId' | 'tokenId'> {
  if (actor.kind === 'token') return { actorId: actor.userId, tokenId: actor.tokenId };
  return actor.kind === 'person' ? { actorId: actor.userId } : {};
}

/** Records security events in the transaction of the change, so that neither exists without the other. */
@Injectable()
export class SecurityLog {
  async record(
    manager: EntityManager,
    event: SecurityEventName,
    client: Client,
    { actorId, userId, tokenId, details }: About,
  ): Promise<void> {
    const who = { actorId: actorId ?? null, userId: userId ?? null, tokenId: tokenId ?? null };
    await manager.insert(SecurityEvent, { event, ...who, details: details ?? null, ...client });
  }
}
