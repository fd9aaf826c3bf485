import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Devices } from '../devices/devices';
import type { Session } from '../model/session.entity';
import type { Browser, BrowserTokens } from './browser';
import { hashOf } from './secret-token';
import { Sessions } from './sessions';

/** The method and time of a proof of identity. */
interface Proof {
  readonly method: Session['method'];
  readonly at: Date;
}

/** Signs people in. */
@Injectable()
export class SessionStart {
  constructor(
    private readonly sessions: Sessions,
    private readonly devices: Devices,
  ) {}

  /**
   * Starts a session, in the caller's transaction. Ends the previous session of the browser, also that of another person: the browser
   * discards its token, which may have leaked.
   * @param proof by default, the person has just given the password
   */
  async start(
    manager: EntityManager,
    userId: number,
    { client, session, device }: Browser,
    proof?: Proof,
  ): Promise<BrowserTokens> {
    if (session !== undefined) await this.sessions.end(manager, hashOf(session));
    return {
      session: await this.sessions.start(manager, userId, client, proof?.method, proof?.at),
      device: await this.devices.remember(manager, userId, device),
    };
  }
}
