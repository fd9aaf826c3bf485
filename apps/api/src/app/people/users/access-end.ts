import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Devices } from '../devices/devices';
import { OneTimeLinks } from '../links/one-time-links';
import { Sessions } from '../sessions/sessions';

/** Number of sessions and tokens that ended. */
interface EndedAccess {
  readonly sessions: number;
  readonly tokens: number;
}

/** Revokes all access of a user. */
@Injectable()
export class AccessEnd {
  constructor(
    private readonly sessions: Sessions,
    private readonly devices: Devices,
    private readonly links: OneTimeLinks,
  ) {}

  /** Ends the sessions, links, known browsers and tokens of a user for good, in the caller's transaction. */
  async endAll(manager: EntityManager, userId: number): Promise<EndedAccess> {
    const sessions = await this.sessions.endAll(manager, userId);
    await this.devices.forgetAll(manager, userId);
    await this.links.deleteAll(manager, userId);
    const [, tokens]: [unknown[], number] = await manager.query(
      'UPDATE tokens SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL',
      [userId],
    );
    return { sessions, tokens };
  }
}
