import { PASSWORD, PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type SecondApp, startSecondApp } from '../../../testing/second-app';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { SessionCache } from './session-cache';
import { Sessions } from './sessions';

let api: TestApp;
let other: SecondApp;
let person: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL, SESSION_IDLE_HOURS: 2, SESSION_MAX_DAYS: 3 });
  other = await startSecondApp(api);
});
beforeEach(async () => (person = await aPerson(api.database, { role: 'admin' })));
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await other.close();
  await api.close();
});

const read = async (from: Pick<TestApp, 'inject'>, url = '/api/tickets/'): Promise<number> =>
  (await from.inject({ method: 'GET', url, headers: { cookie: person.cookie } })).statusCode;
const signOut = () =>
  api.inject({ method: 'DELETE', url: '/api/session', headers: { ...SAME_SITE, cookie: person.cookie } });
const change = (sql: string) => api.database.query(`UPDATE users SET ${sql} WHERE id = $1`, [person.id]);

/** Lets time pass for all caches of this test process. */
const passMs = (ms: number): void => {
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + ms);
};

const queriesOf = () => jest.spyOn(api.database, 'createQueryRunner');

it('ends a session in the process that ended it at once', async () => {
  expect(await read(api)).toBe(200);

  await signOut();

  expect(await read(api)).toBe(401);
});

it.each<[string, () => Promise<unknown>, number]>([
  ['a sign-out', signOut, 401],
  ['a deactivation', () => change(`state = 'deactivated'`), 401],
  ['the loss of a role', () => change(`role = 'agent'`), 403],
])('notices %s in another process within half a second', async (_what, revoke, status) => {
  expect(await read(other, '/api/audit')).toBe(200);
  await revoke();

  passMs(500);

  expect(await read(other, '/api/audit')).toBe(status);
});

it('asks the database once for the requests of a moment', async () => {
  await read(api);
  const queries = queriesOf();
  const cached = await api.inject({ method: 'GET', url: '/api/session', headers: { cookie: person.cookie } });

  expect(cached.json()).toMatchObject({ user: { id: person.id } });
  expect(queries).not.toHaveBeenCalled();
});

it('does not remember what was not found: a session counts as soon as it exists', async () => {
  const { cookie } = person;
  await api.database.query('UPDATE sessions SET token_hash = sha256(token_hash) WHERE user_id = $1', [person.id]);
  expect(await read(api)).toBe(401);
  person = await aPerson(api.database);

  expect(person.cookie).not.toBe(cookie);
  expect(await read(api)).toBe(200);
});

it('does not remember the result of a query that ran while the session ended', async () => {
  const cache = new SessionCache<{ userId: number }>();
  const hash = Buffer.alloc(32, 1);
  const found = cache.get(hash, () => {
    cache.forget(hash);
    return Promise.resolve({ userId: 1 });
  });
  expect(await found).toEqual({ userId: 1 });

  expect(await cache.get(hash, () => Promise.resolve(undefined))).toBeUndefined();
});

it('remembers a bounded number of sessions', async () => {
  const cache = new SessionCache<{ userId: number }>();
  const load = jest.fn(() => Promise.resolve({ userId: 1 }));
  const hashOf = (n: number) => Buffer.from(String(n));
  for (let n = 0; n <= 2000; n++) await cache.get(hashOf(n), load);

  load.mockClear();
  await cache.get(hashOf(2000), load);
  expect(load).not.toHaveBeenCalled();
  await cache.get(hashOf(0), load);
  expect(load).toHaveBeenCalledTimes(1);
});

it('lets people read while the database takes no writes', async () => {
  await api.database.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'cannot execute UPDATE in a read-only transaction' USING ERRCODE = '25006'; END $$`);
  await api.database.query(`UPDATE sessions SET seen_at = now() - interval '1 hour' WHERE user_id = $1`, [person.id]);
  await api.database.query(
    'CREATE TRIGGER refuse BEFORE UPDATE ON sessions FOR EACH STATEMENT EXECUTE FUNCTION refuse()',
  );
  try {
    expect(await read(api)).toBe(200);
  } finally {
    await api.database.query('DROP FUNCTION refuse CASCADE');
  }
});

it('ends a session after SESSION_IDLE_HOURS without a request', async () => {
  await api.database.query(`UPDATE sessions SET seen_at = now() - interval '119 minutes' WHERE user_id = $1`, [
    person.id,
  ]);
  expect(await read(api)).toBe(200);
  await api.database.query(`UPDATE sessions SET seen_at = now() - interval '2 hours' WHERE user_id = $1`, [person.id]);

  passMs(500);

  expect(await read(api)).toBe(401);
});

it('does not list a session that is older than SESSION_MAX_DAYS, which may have been more when it started', async () => {
  await api.database.query(
    `INSERT INTO sessions (token_hash, user_id, created_at, expires_at, ip, user_agent)
     VALUES (sha256('old'), $1, now() - interval '4 days', now() + interval '3 days', '', '')`,
    [person.id],
  );

  const listed = await api.inject({ method: 'GET', url: '/api/me/sessions', headers: { cookie: person.cookie } });

  expect(listed.json()).toHaveLength(1);
});

it('ends a session SESSION_MAX_DAYS after the sign-in', async () => {
  const signedIn = await api.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email: person.email, password: PASSWORD },
    headers: SAME_SITE,
  });

  expect(String(signedIn.headers['set-cookie'])).toContain(`Max-Age=${3 * 24 * 60 * 60};`);
  expect(
    await api.database.query(
      `SELECT (expires_at - created_at)::text AS "lifetime" FROM sessions WHERE user_id = $1 ORDER BY created_at DESC LIMIT 1`,
      [person.id],
    ),
  ).toEqual([{ lifetime: '3 days' }]);
});

describe('the age of a proof of identity', () => {
  /** Skew of the clock of this process. The embedded database has the same clock. */
  const SKEW_MS = process.env['TEST_DATABASE_URL'] ? 86_400_000 : 0;
  const proveAt = (sql: string) =>
    api.database.query(`UPDATE sessions SET authenticated_at = ${sql} WHERE user_id = $1`, [person.id]);
  const ageInMinutes = async (): Promise<number> => {
    const session = await api.app.get(Sessions).find(person.cookie.split('=')[1] ?? '');
    if (!session) throw new Error('The session has ended');
    return Math.floor((Date.now() - session.authenticatedAt.getTime()) / 60_000);
  };

  it.each([SKEW_MS, -SKEW_MS])('does not depend on a clock of this machine that is off by %i ms', async (skew) => {
    const now = Date.now.bind(Date);
    await proveAt(`now() - interval '11 minutes'`);

    jest.spyOn(Date, 'now').mockImplementation(() => now() + skew);

    expect(await ageInMinutes()).toBe(11);
  });

  it('is not young because the clock of the database was put back', async () => {
    await proveAt(`now() + interval '1 day'`);

    expect(await ageInMinutes()).toBeGreaterThan(10);
  });
});

it('finds many sessions with one query, which does not keep any of them from ending', async () => {
  const others = await Promise.all([aPerson(api.database), aPerson(api.database, { state: 'deactivated' })]);
  const tokens = [person, ...others].map(({ cookie }) => cookie.split('=')[1] ?? '');
  await api.database.query(`UPDATE sessions SET seen_at = now() - interval '5 minutes'`);
  const queries = queriesOf();

  const found = await api.app.get(Sessions).findAll([...tokens, 'unknown']);

  expect(queries).toHaveBeenCalledTimes(1);
  expect([...found.keys()].toSorted()).toEqual(tokens.slice(0, 2).toSorted());
  expect(found.get(tokens[0] ?? '')).toMatchObject({ userId: person.id, role: 'admin' });
  expect(await api.database.query(`SELECT FROM sessions WHERE seen_at > now() - interval '1 minute'`)).toEqual([]);
});
