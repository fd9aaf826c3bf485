import { Injectable, NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../../platform/access/authenticator';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import type { Client } from '../client';
import { SecurityLog } from '../security-log';
import { Sessions, isOpenSession } from './sessions';

/** A session of a person, as they see it. Times are RFC 3339 text (platform/database/times-as-text.ts). */
export interface OwnSession {
  readonly id: number;
  readonly isCurrent: boolean;
  readonly ip: string;
  readonly userAgent: string;
  readonly createdAt: string;
  readonly seenAt: string;
}

const LIST = `
  SELECT id, token_hash = $2 AS "isCurrent", ip, user_agent AS "userAgent", created_at AS "createdAt", seen_at AS "seenAt"
  FROM sessions WHERE user_id = $1 AND ${isOpenSession('$3', '$4')}
  ORDER BY token_hash = $2 DESC, seen_at DESC, id DESC`;

/** Lists and ends the sessions of the signed-in person. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly securityLog: SecurityLog,
  ) {}

  /** The sessions of a person: the current one, then the most recently used. */
  list({ userId, tokenHash }: SignedIn): Promise<OwnSession[]> {
    const { SESSION_IDLE_HOURS, SESSION_MAX_DAYS } = this.settings;
    return this.transactions.statement((manager) =>
      manager.query<OwnSession[]>(LIST, [userId, tokenHash, SESSION_IDLE_HOURS, SESSION_MAX_DAYS]),
    );
  }

  /** @throws NotFoundException if the person has no such session */
  async end({ userId }: SignedIn, id: number, client: Client): Promise<void> {
    await this.transactions.run(async (manager) => {
      const [, ended]: [unknown[], number] = await manager.query(
        'DELETE FROM sessions WHERE id = $1 AND user_id = $2',
        [id, userId],
      );
      if (!ended) throw new NotFoundException(`Session ${id} does not exist`);
      this.sessions.refresh(userId);
      await this.securityLog.record(manager, 'session_ended', client, { actorId: userId, userId });
    });
  }

  /** Signs the person out everywhere but here. */
  async endOthers({ userId, tokenHash }: SignedIn, client: Client): Promise<void> {
    await this.transactions.run(async (manager) => {
      await this.deleteOthers(manager, userId, tokenHash);
      await this.securityLog.record(manager, 'sessions_ended', client, { actorId: userId, userId });
    });
  }

  /** Ends all sessions of a person but one, in the caller's transaction. */
  async deleteOthers(manager: EntityManager, userId: number, tokenHash: Buffer): Promise<void> {
    await manager.query('DELETE FROM sessions WHERE user_id = $1 AND token_hash <> $2', [userId, tokenHash]);
    this.sessions.refresh(userId);
  }
}
