import type { EntityManager } from 'typeorm';
import { createToken, hashOf } from '../sessions/secret-token';

/** Time in which a set-up link works. */
export const SET_UP_LINK_HOURS = 24;

const IS_VALID = `kind = 'set_up' AND used_at IS NULL AND expires_at > now()`;

/**
 * Stores a link that makes the first administrator.
 * @param site the address of Docket
 * @returns its address, with the token, which the database does not know
 */
export async function createSetUpLink(manager: EntityManager, site: URL): Promise<string> {
  const { token, hash } = createToken();
  await manager.query(
    `INSERT INTO one_time_links (token_hash, kind, expires_at)
     VALUES ($1, 'set_up', now() + interval '${SET_UP_LINK_HOURS} hours')`,
    [hash],
  );
  return new URL(`/set-up#${token}`, site).href;
}

/** Whether a token belongs to a set-up link that works. */
export async function isSetUpToken(manager: EntityManager, token: string): Promise<boolean> {
  const found = await manager.query<unknown[]>(`SELECT FROM one_time_links WHERE token_hash = $1 AND ${IS_VALID}`, [
    hashOf(token),
  ]);
  return found.length > 0;
}
