import { ID_MAX, type Permission, ROLE_PERMISSIONS, type Role, TOKENS_MAX } from '@docket/domain';
import { ConflictException, ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import type { Client } from '../client';
import { SecurityLog } from '../security-log';
import type { SignedInPerson } from '../sessions/session-of';
import { createTokenSecret } from './token-format';

/** Rows of revoked and expired tokens that are kept for a person or service. */
const MAX_ENDED = 100;

/** Tokens of a page: more than a person can have. */
const PAGE_SIZE = TOKENS_MAX + MAX_ENDED + 50;

/** A token to make. */
export interface NewToken {
  readonly name: string;
  readonly scopes: readonly Permission[];
  /** Lifetime in days; null if the token never expires, which is for services only. */
  readonly days: number | null;
  /** The service that the token acts for; undefined for the person who makes it. */
  readonly serviceId?: number;
}

/** A token without its secret. Times are RFC 3339 text (platform/database/times-as-text.ts). */
export interface ListedToken {
  readonly id: number;
  readonly name: string;
  readonly start: string;
  readonly scopes: Permission[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly ownerId: number;
  readonly ownerName: string;
  readonly ownerKind: 'person' | 'service';
}

/** A new token with its secret. */
export interface CreatedToken {
  readonly secret: string;
  readonly token: ListedToken;
}

/** Tokens, and the id before which the next page starts. */
interface TokenPage {
  readonly tokens: readonly ListedToken[];
  readonly next?: number;
}

interface Owner {
  readonly kind: 'person' | 'service';
  readonly role: Role;
}

const LIST = `
  SELECT tokens.id, tokens.name, tokens.start, tokens.scopes, tokens.created_at AS "createdAt",
    tokens.expires_at AS "expiresAt", tokens.last_used_at AS "lastUsedAt",
    users.id AS "ownerId", users.name AS "ownerName", users.kind AS "ownerKind"
  FROM tokens JOIN users ON users.id = tokens.user_id
  WHERE tokens.revoked_at IS NULL`;

const LOCK_OWNER = `SELECT kind, role FROM users WHERE id = $1 AND state = 'active' FOR NO KEY UPDATE`;

const IS_VALID = 'revoked_at IS NULL AND COALESCE(expires_at > now(), true)';

const INSERT = `
  INSERT INTO tokens (hash, user_id, created_by, name, start, scopes, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '24 hours')
  RETURNING id`;

const FORGET_ENDED = `
  DELETE FROM tokens WHERE id IN (
    SELECT id FROM tokens WHERE user_id = $1 AND NOT (${IS_VALID}) ORDER BY id DESC OFFSET ${MAX_ENDED})`;

const REVOKE = `
  UPDATE tokens SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL
  RETURNING user_id AS "userId", name`;

/** Makes, lists and revokes the tokens of people and services. */
@Injectable()
export class TokensService {
  constructor(
    private readonly transactions: Transactions,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Makes a token for the person themselves or for a service.
   * @returns the token; its secret cannot be read again
   * @throws ForbiddenException for a service, without the permission `services`
   * @throws NotFoundException if there is no such active service
   * @throws InvalidInputException for a scope that the owner's role does not have
   * @throws ConflictException if the owner has too many tokens
   */
  async create(person: SignedInPerson, token: NewToken, client: Client): Promise<CreatedToken> {
    const { serviceId } = token;
    if (serviceId !== undefined) requireServices(person);
    return this.transactions.run(async (manager) => {
      const ownerId = serviceId ?? person.userId;
      const owner = await this.lockOwner(manager, ownerId, serviceId === undefined ? 'person' : 'service');
      requireValid(token, owner);
      await this.requireRoom(manager, ownerId);
      const secret = createTokenSecret(owner.kind);
      const { name, scopes, days } = token;
      const values = [secret.hash, ownerId, person.userId, name, secret.start, [...scopes], days];
      const [{ id }] = await manager.query<[{ id: number }]>(INSERT, values);
      await this.securityLog.record(manager, 'token_created', client, {
        actorId: person.userId,
        userId: ownerId,
        details: { token_id: id, name, scopes: scopes.join(' '), days },
      });
      return { secret: secret.token, token: await this.findOne(manager, id) };
    });
  }

  /**
   * A page of valid and expired tokens, newest first.
   * @param all everyone's tokens instead of those of the person
   * @param before only tokens with a lower id
   * @throws ForbiddenException for everyone's tokens, without the permission `services`
   */
  async list(person: SignedInPerson, all: boolean, before = ID_MAX): Promise<TokenPage> {
    if (all) requireServices(person);
    const [filter, values] = all ? ['', [before]] : ['AND tokens.user_id = $2', [before, person.userId]];
    const tokens = await this.transactions.statement((manager) =>
      manager.query<ListedToken[]>(
        `${LIST} ${filter} AND tokens.id < $1 ORDER BY tokens.id DESC LIMIT ${PAGE_SIZE}`,
        values,
      ),
    );
    const last = tokens.length === PAGE_SIZE ? tokens.at(-1) : undefined;
    return { tokens, ...(last && { next: last.id }) };
  }

  /**
   * Revokes a token for good. Succeeds if it was revoked before.
   * @throws NotFoundException if there is no such token, or if the person may not see it
   */
  async revoke({ userId, permissions }: SignedInPerson, id: number, client: Client): Promise<void> {
    await this.transactions.run(async (manager) => {
      const [token] = await manager.query<{ ownerId: number }[]>(
        'SELECT user_id AS "ownerId" FROM tokens WHERE id = $1',
        [id],
      );
      if (!token || (token.ownerId !== userId && !permissions.has('services'))) {
        throw new NotFoundException(`Token ${id} does not exist`);
      }
      const [revoked] = await manager.query<[{ name: string }[], number]>(REVOKE, [id]);
      for (const { name } of revoked) {
        await this.securityLog.record(manager, 'token_revoked', client, {
          actorId: userId,
          userId: token.ownerId,
          details: { token_id: id, name },
        });
      }
    });
  }

  /** Keeps the role, and the number of tokens, until the transaction ends. */
  private async lockOwner(manager: EntityManager, id: number, kind: Owner['kind']): Promise<Owner> {
    const [owner] = await manager.query<Owner[]>(LOCK_OWNER, [id]);
    if (owner?.kind !== kind) throw new NotFoundException(`There is no active service ${id}`);
    return owner;
  }

  private async requireRoom(manager: EntityManager, ownerId: number): Promise<void> {
    await manager.query(FORGET_ENDED, [ownerId]);
    const [{ count }] = await manager.query<[{ count: number }]>(
      `SELECT count(*)::integer AS count FROM tokens WHERE user_id = $1 AND ${IS_VALID}`,
      [ownerId],
    );
    if (count >= TOKENS_MAX) {
      throw new ConflictException(`There are ${TOKENS_MAX} valid tokens already. Revoke one that is not used`);
    }
  }

  private async findOne(manager: EntityManager, id: number): Promise<ListedToken> {
    const [token] = await manager.query<[ListedToken]>(`${LIST} AND tokens.id = $1`, [id]);
    return token;
  }
}

function requireServices({ permissions }: SignedInPerson): void {
  if (!permissions.has('services')) throw new ForbiddenException('This needs the permission services');
}

/** A scope without effect would be a trap: the token would get the permission with a later role of its owner. */
function requireValid({ scopes, days }: NewToken, { kind, role }: Owner): void {
  const missing = scopes.filter((scope) => !ROLE_PERMISSIONS[role].includes(scope));
  if (missing.length) {
    throw new InvalidInputException([
      { pointer: '/scopes', detail: `must be permissions of the role ${role}, not ${missing.join(', ')}` },
    ]);
  }
  if (days === null && kind === 'person') {
    throw new InvalidInputException([
      { pointer: '/expires_in_days', detail: 'must be a number of days: only tokens of services never expire' },
    ]);
  }
}
