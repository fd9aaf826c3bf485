import type { Permission, Role } from '@docket/domain';
import type { DataSource } from 'typeorm';
import type { UserState } from '../app/people/model/user.entity';
import { PasswordHasher } from '../app/people/passwords/password-hasher';
import { createToken } from '../app/people/sessions/secret-token';
import { createTokenSecret } from '../app/people/tokens/token-format';

/** The URL of a closed API in tests, and the headers of a same-origin change by a browser. */
export const PUBLIC_URL = 'http://desk.lan:3000';
export const SAME_SITE = { host: 'desk.lan:3000', origin: PUBLIC_URL };

export const PASSWORD = 'green lantern over the quay';

/** A person in the database. */
export interface TestPerson {
  readonly id: number;
  readonly email: string;
  /** Cookie of a session of the person. */
  readonly cookie: string;
}

let people = 0;
let passwordHash: Promise<string> | undefined;

/** Stores a person with {@link PASSWORD} and a session. */
export async function aPerson(
  database: DataSource,
  { role = 'agent', state = 'active' }: { role?: Role; state?: UserState } = {},
): Promise<TestPerson> {
  passwordHash ??= new PasswordHasher().hash(PASSWORD);
  const email = `person-${++people}@desk.example`;
  const [{ id }] = await database.query<[{ id: number }]>(
    `INSERT INTO users (name, email, role, state, password_hash) VALUES ('Person', $1, $2, $3, $4) RETURNING id`,
    [email, role, state, await passwordHash],
  );
  const { token, hash } = createToken();
  await database.query(
    `INSERT INTO sessions (token_hash, user_id, expires_at, ip, user_agent) VALUES ($1, $2, now() + interval '1 day', '', '')`,
    [hash, id],
  );
  return { id, email, cookie: `docket-3000=${token}` };
}

/** The header with a new token of a person. */
export async function aToken(
  database: DataSource,
  { id }: Pick<TestPerson, 'id'>,
  scopes: readonly Permission[],
): Promise<{ readonly authorization: string }> {
  const { token, hash, start } = createTokenSecret('person');
  await database.query(
    `INSERT INTO tokens (hash, user_id, created_by, name, start, scopes, expires_at)
     VALUES ($1, $2, $2, 'Token', $3, $4, now() + interval '1 day')`,
    [hash, id, start, scopes],
  );
  return { authorization: `Bearer ${token}` };
}

/** Removes all people and everything that refers to them. */
export async function removePeople(database: DataSource): Promise<void> {
  await database.query('ALTER TABLE security_events DISABLE TRIGGER security_events_append_only');
  await database.query('TRUNCATE users CASCADE');
  await database.query('ALTER TABLE security_events ENABLE TRIGGER security_events_append_only');
}
