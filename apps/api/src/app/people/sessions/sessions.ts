import type { Role } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../../platform/access/authenticator';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import type { Client } from '../client';
import type { Session } from '../model/session.entity';
import { createToken, hashList, hashOf } from './secret-token';
import { SessionCache } from './session-cache';

/** Longest session after single sign-on, in hours: the provider may have taken a group or the whole account away since. */
export const OIDC_HOURS = 24;

/** Sessions of one person. A new one ends the oldest. */
const MAX_SESSIONS = 20;

/** A valid session and its person. */
export interface OpenSession extends SignedIn {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly hasPassword: boolean;
}

/**
 * The condition under which a row of `sessions` is a session that has not ended.
 * @param idleHours the parameter with SESSION_IDLE_HOURS
 * @param maxDays the parameter with SESSION_MAX_DAYS
 */
export function isOpenSession(idleHours: `$${number}`, maxDays: `$${number}`): string {
  return `sessions.expires_at > now() AND sessions.seen_at > now() - make_interval(hours => ${idleHours})
    AND sessions.created_at > now() - make_interval(days => ${maxDays})`;
}

/**
 * Finds sessions by primary key, without those of deactivated people. The database measures the age of the last proof, so the clock of
 * this machine does not matter. The age is absolute: a proof in the future, after the clock was set back, is as old as it is far away.
 */
const FIND = `
  SELECT sessions.token_hash AS "tokenHash", users.id AS "userId", users.name, users.email, users.role,
    users.password_hash IS NOT NULL AS "hasPassword",
    abs(extract(epoch FROM now() - sessions.authenticated_at))::float8 * 1000 AS "proofAge",
    sessions.seen_at < now() - interval '1 minute' AS "isOld"
  FROM sessions JOIN users ON users.id = sessions.user_id
  WHERE sessions.token_hash = ANY($1::text::bytea[])
    AND users.state = 'active' AND ${isOpenSession('$2', '$3')}`;

const DELETE_ENDED = `
  DELETE FROM sessions WHERE token_hash IN (
    SELECT token_hash FROM sessions WHERE NOT (${isOpenSession('$1', '$2')}) LIMIT $3)`;

const END_OLDEST = `
  DELETE FROM sessions WHERE user_id = $1 AND token_hash NOT IN (
    SELECT token_hash FROM sessions WHERE user_id = $1 ORDER BY seen_at DESC, token_hash LIMIT ${MAX_SESSIONS})`;

/** A row of {@link FIND}. */
interface FoundSession extends Omit<OpenSession, 'authenticatedAt'> {
  /** Milliseconds since the person proved who they are. */
  readonly proofAge: number;
  /** Whether the time of the last request is to be updated. */
  readonly isOld: boolean;
}

/** The sessions of people in their browsers. */
@Injectable()
export class Sessions {
  private readonly logger = new Logger('Sessions');

  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly cache: SessionCache<OpenSession>,
  ) {}

  /**
   * Starts a session, in the caller's transaction.
   * @param provedAt the last time that the person proved who they are; now by default
   * @returns its token, for the cookie
   */
  async start(
    manager: EntityManager,
    userId: number,
    { ip, userAgent }: Client,
    method: Session['method'] = 'password',
    provedAt?: Date,
  ): Promise<string> {
    const { token, hash } = createToken();
    const days = this.settings.SESSION_MAX_DAYS;
    const hours = method === 'oidc' ? Math.min(OIDC_HOURS, days * 24) : days * 24;
    await manager.query(
      `INSERT INTO sessions (token_hash, user_id, method, expires_at, ip, user_agent, authenticated_at)
       VALUES ($1, $2, $3, now() + $4 * interval '1 hour', $5, $6, COALESCE(least($7::timestamptz, now()), now()))`,
      [hash, userId, method, hours, ip, userAgent, provedAt ?? null],
    );
    await manager.query(END_OLDEST, [userId]);
    this.refresh(userId);
    return token;
  }

  /** The session of a token; undefined if it has ended. */
  find(token: string): Promise<OpenSession | undefined> {
    const hash = hashOf(token);
    return this.cache.get(hash, () => this.load(hash));
  }

  /**
   * The sessions of tokens that have not ended, by one query. Does not count as a request of theirs, so that a page that stays open
   * does not keep a session from ending.
   */
  async findAll(tokens: readonly string[]): Promise<ReadonlyMap<string, OpenSession>> {
    const tokenOf = new Map(tokens.map((token) => [hashOf(token).toString('hex'), token]));
    const found = tokens.length ? await this.query(tokens.map(hashOf)) : [];
    return new Map(found.map((row) => [tokenOf.get(row.tokenHash.toString('hex')) ?? '', toSession(row)]));
  }

  private async load(tokenHash: Buffer): Promise<OpenSession | undefined> {
    const [found] = await this.query([tokenHash]);
    if (found?.isOld) await this.noteRequest(tokenHash);
    return found && toSession(found);
  }

  private query(hashes: readonly Buffer[]): Promise<FoundSession[]> {
    const { SESSION_IDLE_HOURS, SESSION_MAX_DAYS } = this.settings;
    return this.transactions.statement((manager) =>
      manager.query<FoundSession[]>(FIND, [hashList(hashes), SESSION_IDLE_HOURS, SESSION_MAX_DAYS]),
    );
  }

  /** Ignores errors: people can still read while the database accepts no writes. */
  private async noteRequest(tokenHash: Buffer): Promise<void> {
    try {
      await this.transactions.statement((manager) =>
        manager.query('UPDATE sessions SET seen_at = now() WHERE token_hash = $1', [tokenHash]),
      );
    } catch (error) {
      this.logger.warn(`The time of a session's last request could not be stored: ${String(error)}`);
    }
  }

  /**
   * Gives a session a new token after a proof of identity, in the caller's transaction: a token that leaked before it stops working.
   * @returns the token; undefined if the session has ended
   */
  async renew(manager: EntityManager, tokenHash: Buffer): Promise<string | undefined> {
    const { token, hash } = createToken();
    const [, renewed]: [unknown[], number] = await manager.query(
      'UPDATE sessions SET token_hash = $2, authenticated_at = now(), seen_at = now() WHERE token_hash = $1 RETURNING user_id',
      [tokenHash, hash],
    );
    this.transactions.afterCommit(() => this.cache.forget(tokenHash));
    return renewed ? token : undefined;
  }

  /** Ends a session, in the caller's transaction. */
  async end(manager: EntityManager, tokenHash: Buffer): Promise<void> {
    await manager.query('DELETE FROM sessions WHERE token_hash = $1', [tokenHash]);
    this.transactions.afterCommit(() => this.cache.forget(tokenHash));
  }

  /** Makes a change of a person or of their sessions count at once in this process. Call it in the transaction of the change. */
  refresh(userId: number): void {
    this.transactions.afterCommit(() => this.cache.forgetPerson(userId));
  }

  /**
   * Deletes the rows of expired sessions.
   * @param limit the most rows to delete
   * @returns the number of deleted rows
   */
  async deleteEnded(limit: number): Promise<number> {
    const { SESSION_IDLE_HOURS, SESSION_MAX_DAYS } = this.settings;
    const [, deleted]: [unknown[], number] = await this.transactions.statement((manager) =>
      manager.query(DELETE_ENDED, [SESSION_IDLE_HOURS, SESSION_MAX_DAYS, limit]),
    );
    return deleted;
  }

  /**
   * Ends all sessions of a person, in the caller's transaction.
   * @returns how many there were
   */
  async endAll(manager: EntityManager, userId: number): Promise<number> {
    const [, ended]: [unknown[], number] = await manager.query('DELETE FROM sessions WHERE user_id = $1', [userId]);
    this.refresh(userId);
    return ended;
  }
}

function toSession({ isOld: _isOld, proofAge, ...session }: FoundSession): OpenSession {
  return { ...session, authenticatedAt: new Date(Date.now() - proofAge) };
}
