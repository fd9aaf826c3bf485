import type { Role } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import type { Client } from '../client';
import { createToken, hashOf } from './secret-token';

/** Time without a request after which a session ends. */
const IDLE_HOURS = 12;
/** Time after which a person signs in again. */
export const MAX_DAYS = 7;
/** Sessions of one person. A new one ends the oldest. */
const MAX_SESSIONS = 20;

/** A valid session and its person. */
export interface OpenSession {
  readonly userId: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** One query by primary key. Deactivated people have no session, whatever the table says. */
const FIND = `
  SELECT users.id AS "userId", users.name, users.email, users.role, sessions.seen_at < now() - interval '1 minute' AS "isOld"
  FROM sessions JOIN users ON users.id = sessions.user_id
  WHERE sessions.token_hash = $1 AND users.state = 'active' AND sessions.expires_at > now()
    AND sessions.seen_at > now() - interval '${IDLE_HOURS} hours'`;

const END_OLDEST = `
  DELETE FROM sessions WHERE user_id = $1 AND token_hash NOT IN (
    SELECT token_hash FROM sessions WHERE user_id = $1 ORDER BY seen_at DESC, token_hash LIMIT ${MAX_SESSIONS})`;

/** The sessions of people in their browsers. */
@Injectable()
export class Sessions {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Starts a session, in the caller's transaction.
   * @returns its token, for the cookie
   */
  async start(manager: EntityManager, userId: number, { ip, userAgent }: Client): Promise<string> {
    const { token, hash } = createToken();
    await manager.query(
      `INSERT INTO sessions (token_hash, user_id, expires_at, ip, user_agent)
       VALUES ($1, $2, now() + interval '${MAX_DAYS} days', $3, $4)`,
      [hash, userId, ip, userAgent],
    );
    await manager.query(END_OLDEST, [userId]);
    return token;
  }

  /** The session of a token; undefined if it has ended. */
  async find(token: string): Promise<OpenSession | undefined> {
    const hash = hashOf(token);
    const [found] = await this.transactions.statement((manager) =>
      manager.query<(OpenSession & { readonly isOld: boolean })[]>(FIND, [hash]),
    );
    if (!found) return undefined;
    const { isOld, ...session } = found;
    if (isOld) {
      await this.transactions.statement((manager) =>
        manager.query('UPDATE sessions SET seen_at = now() WHERE token_hash = $1', [hash]),
      );
    }
    return session;
  }

  /** Ends the session of a token, in the caller's transaction. */
  async end(manager: EntityManager, token: string): Promise<void> {
    await manager.query('DELETE FROM sessions WHERE token_hash = $1', [hashOf(token)]);
  }
}
