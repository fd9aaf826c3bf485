import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { createToken, hashOf } from '../sessions/secret-token';

/** Lifetime of a link, in hours: a day for an administrator to pass it on, an hour for a person who requested it. */
export const LINK_HOURS = { passedOn: 24, askedFor: 1 } as const;

/** A link that lets a person choose a password. */
export interface PasswordLink {
  /** `invite` for a person who has not accepted the invitation, `reset` for everyone else. */
  readonly kind: 'invite' | 'reset';
  readonly userId: number;
  readonly name: string;
  readonly email: string;
}

/** A link that was just created. Only its creator ever has the token. */
export interface CreatedLink {
  readonly token: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

const FIND = `
  SELECT one_time_links.kind, users.id AS "userId", users.name, users.email
  FROM one_time_links JOIN users ON users.id = one_time_links.user_id
  WHERE one_time_links.token_hash = $1 AND one_time_links.expires_at > now()
    AND users.state = CASE one_time_links.kind WHEN 'invite' THEN 'invited' ELSE 'active' END`;

/**
 * Deletes links with the same or a shorter lifetime. A requested link does not replace one of an administrator: anybody can request one,
 * and must not invalidate a link that was just passed on.
 */
const DELETE_REPLACED = `
  DELETE FROM one_time_links WHERE user_id = $1 AND expires_at - created_at <= make_interval(hours => $2)`;

/** The links that set passwords. A person has two at most: one of an administrator, and a requested one. */
@Injectable()
export class OneTimeLinks {
  /** Creates a link in the caller's transaction. Older ones of the person stop working, except those with a longer life. */
  async create(
    manager: EntityManager,
    userId: number,
    kind: PasswordLink['kind'],
    hours: number = LINK_HOURS.passedOn,
  ): Promise<CreatedLink> {
    await manager.query(DELETE_REPLACED, [userId, hours]);
    const { token, hash } = createToken();
    const [{ expiresAt }] = await manager.query<[{ expiresAt: string }]>(
      `INSERT INTO one_time_links (token_hash, kind, user_id, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(hours => $4)) RETURNING expires_at AS "expiresAt"`,
      [hash, kind, userId, hours],
    );
    return { token, expiresAt };
  }

  /** The link with a token; undefined if it does not work. */
  async find(manager: EntityManager, token: string): Promise<PasswordLink | undefined> {
    const [link] = await manager.query<PasswordLink[]>(FIND, [hashOf(token)]);
    return link;
  }

  /** Deletes the links of a person, in the caller's transaction. */
  async deleteAll(manager: EntityManager, userId: number): Promise<void> {
    await manager.query('DELETE FROM one_time_links WHERE user_id = $1', [userId]);
  }
}
