import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Client } from './client';
import { SecurityEvent, type SecurityEventName } from './model/security-event.entity';

/** The people of a security event. */
interface Participants {
  /** Who acted; absent for someone who is not signed in. */
  readonly actorId?: number;
  /** Whom the event is about. */
  readonly userId?: number;
}

/** Records security events in the transaction of the change, so that neither exists without the other. */
@Injectable()
export class SecurityLog {
  async record(
    manager: EntityManager,
    event: SecurityEventName,
    client: Client,
    { actorId, userId }: Participants,
  ): Promise<void> {
    await manager.insert(SecurityEvent, { event, actorId: actorId ?? null, userId: userId ?? null, ...client });
  }
}
