import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';

/** Stores a session for each person, and returns their cookies. `cookie` is a session cookie of the same API. */
export async function agentSessions(client: Client, people: readonly number[], cookie: string): Promise<string[]> {
  const [name] = cookie.split('=', 1);
  const tokens = people.map(() => randomBytes(32).toString('base64url'));
  await client.query(
    `INSERT INTO sessions (token_hash, user_id, expires_at, ip, user_agent)
     SELECT hash, id, now() + interval '1 day', '', '' FROM unnest($1::bytea[], $2::int[]) AS each (hash, id)`,
    [tokens.map((token) => createHash('sha256').update(token).digest()), people],
  );
  return tokens.map((token) => `${name}=${token}`);
}
