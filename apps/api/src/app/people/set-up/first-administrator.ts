import type { EntityManager } from 'typeorm';

/** The first administrator, as they describe themselves. */
export interface FirstAdministrator {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The administrator that was made. */
interface MadeAdministrator {
  readonly id: number;
  /** Role and state of an existing account. */
  readonly before?: { readonly old_role: string; readonly old_state: string };
}

/** The key of the advisory lock that lets one set-up run at a time. Any constant that no other code uses. */
const SET_UP_LOCK = 7_240_011;

const HAS_ADMINISTRATOR = `SELECT FROM users WHERE kind = 'person' AND role = 'admin' AND state = 'active' LIMIT 1`;

/** An existing account with this address becomes the administrator. */
const INSERT = `
  INSERT INTO users (name, email, role, state, password_hash) VALUES ($1, $2, 'admin', 'active', $3)
  ON CONFLICT (lower(email)) DO UPDATE SET name = excluded.name, role = excluded.role, state = excluded.state,
    password_hash = excluded.password_hash, managed_by = 'local', failures = 0, version = users.version + 1
  RETURNING id`;

/**
 * Revokes all access to an account that becomes the administrator's: somebody else may have created it, at the identity provider or with
 * an invitation to this address.
 */
const END_ACCESS = [
  'DELETE FROM identities WHERE user_id = $1',
  'DELETE FROM sessions WHERE user_id = $1',
  'DELETE FROM devices WHERE user_id = $1',
  'DELETE FROM one_time_links WHERE user_id = $1',
  'UPDATE tokens SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL',
];

const FIND = 'SELECT role AS old_role, state AS old_state FROM users WHERE lower(email) = $1 FOR NO KEY UPDATE';

/**
 * Makes the first administrator, in the caller's transaction. All set-up links stop working. Of several callers at the same time,
 * one succeeds.
 * @returns undefined if there is an administrator already
 */
export async function insertFirstAdministrator(
  manager: EntityManager,
  { name, email, passwordHash }: Omit<FirstAdministrator, 'password'> & { readonly passwordHash: string },
): Promise<MadeAdministrator | undefined> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
  const administrators = await manager.query<unknown[]>(HAS_ADMINISTRATOR);
  if (administrators.length) return undefined;
  await manager.query(`UPDATE one_time_links SET used_at = now() WHERE kind = 'set_up' AND used_at IS NULL`);
  const [before] = await manager.query<{ old_role: string; old_state: string }[]>(FIND, [email]);
  const [{ id }] = await manager.query<[{ id: number }]>(INSERT, [name, email, passwordHash]);
  for (const statement of END_ACCESS) await manager.query(statement, [id]);
  return { id, ...(before && { before }) };
}
