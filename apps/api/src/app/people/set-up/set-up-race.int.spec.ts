import { eventually } from '@docket/testing';
import { DataSource } from 'typeorm';
import { PASSWORD, PUBLIC_URL, SAME_SITE } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { createToken } from '../sessions/secret-token';

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL })));
afterAll(() => api.close());

/** Stores a link, as each start does. */
async function newLink(): Promise<string> {
  const { token, hash } = createToken();
  await api.database.query(
    `INSERT INTO one_time_links (token_hash, kind, expires_at) VALUES ($1, 'set_up', now() + interval '1 hour')`,
    [hash],
  );
  return token;
}

const setUp = async (token: string, email: string): Promise<number> => {
  const payload = { token, name: 'Priya Nair', email, password: PASSWORD };
  return (await api.inject({ method: 'POST', url: '/api/auth/set-up', payload, headers: SAME_SITE })).statusCode;
};

/** Waits until so many transactions wait for a lock. */
const waiting = (count: number) =>
  eventually(async () => {
    const [row] = await api.database.query<[{ count: number }]>(
      `SELECT count(DISTINCT pid)::int FROM pg_locks
       WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return row.count === count;
  });

/**
 * Keeps new people from being stored while `run` starts their transactions. The embedded database has one connection, so that
 * transactions never run at the same time there.
 */
async function withoutNewPeople(run: () => Promise<void>): Promise<void> {
  const { url } = api.database.options as { url?: string };
  if (url === undefined) return run();
  const other = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    await other.transaction(async (manager) => {
      await manager.query('LOCK TABLE users IN SHARE MODE');
      await run();
    });
  } finally {
    await other.destroy();
  }
}

it('makes one administrator if a second link appears while the first one is being used', async () => {
  const isServer = 'url' in api.database.options;
  const results: Promise<number>[] = [];

  await withoutNewPeople(async () => {
    results.push(setUp(await newLink(), 'first@desk.example'));
    if (isServer) await waiting(1);
    results.push(setUp(await newLink(), 'second@desk.example'));
    if (isServer) await waiting(2);
  });

  expect((await Promise.all(results)).sort()).toEqual([201, 410]);
  expect(await api.database.query(`SELECT count(*)::int FROM users WHERE role = 'admin'`)).toEqual([{ count: 1 }]);
});
