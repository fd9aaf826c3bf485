import type { LightMyRequestResponse } from 'fastify';
import { PASSWORD, PUBLIC_URL, SAME_SITE, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { createToken } from '../sessions/secret-token';
import type { SessionDto } from './session.dto';

const ADMIN = { name: 'Priya Nair', email: 'Priya.Nair@desk.example', password: PASSWORD };

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL })));
afterAll(() => api.close());

const post = (url: string, payload: object, headers: Record<string, string> = SAME_SITE) =>
  api.inject({ method: 'POST', url, payload, headers });
const signIn = (email: string, password: string, headers?: Record<string, string>) =>
  post('/api/session', { email, password }, headers);
const get = (url: string, cookie?: string) =>
  api.inject({ method: 'GET', url, ...(cookie && { headers: { cookie } }) });
const session = async (cookie?: string): Promise<SessionDto> => (await get('/api/session', cookie)).json();
const cookieOf = ({ headers }: LightMyRequestResponse): string => String(headers['set-cookie']).split(';')[0] ?? '';

/** The events of a person, oldest first. */
const eventsOf = async (userId: number): Promise<string[]> =>
  (
    await api.database.query<{ event: string }[]>('SELECT event FROM security_events WHERE user_id = $1 ORDER BY id', [
      userId,
    ])
  ).map(({ event }) => event);

describe('without an administrator', () => {
  it('is closed, and says so', async () => {
    expect(await session()).toEqual({
      mode: 'closed',
      permissions: [],
      methods: ['password'],
      needs_set_up: true,
      can_reset: false,
      has_public_form: false,
      has_model: false,
    });
    const list = await get('/api/tickets/');
    expect(list.statusCode).toBe(401);
    expect(list.headers['www-authenticate']).toBe('Bearer');
  });

  it('logged a link at its start, of which the database knows only the hash', async () => {
    const links = await api.database.query<{ token_hash: Buffer }[]>('SELECT * FROM one_time_links');

    expect(links).toEqual([expect.objectContaining({ kind: 'set_up', used_at: null })]);
  });

  it.each([
    ['an unknown token', { token: 'x'.repeat(43) }, 410],
    ['a token that is too long', { token: 'x'.repeat(101) }, 400],
    ['a short password', { password: 'fourteen chars' }, 400],
    ['a password of 129 characters', { password: 'x'.repeat(129) }, 400],
    ['a password of a million characters', { password: 'x'.repeat(1_000_000) }, 400],
    ['no email address', { email: 'priya' }, 400],
    ['a blank name', { name: '\u200b ' }, 400],
    ['a role', { role: 'admin' }, 400],
  ])('makes no administrator with %s', async (_what, change, status) => {
    const token = await setUpToken();

    expect((await post('/api/auth/set-up', { token, ...ADMIN, ...change })).statusCode).toBe(status);
    expect(await session()).toMatchObject({ needs_set_up: true });
  });

  it('makes the first administrator once, and signs them in', async () => {
    const token = await setUpToken();

    const [first, second] = await Promise.all([
      post('/api/auth/set-up', { token, ...ADMIN }),
      post('/api/auth/set-up', { token, ...ADMIN, email: 'other@desk.example' }),
    ]);

    const [made, late] = first.statusCode === 201 ? [first, second] : [second, first];
    expect([made.statusCode, late.statusCode]).toEqual([201, 410]);
    expect(late.json()).toMatchObject({ type: '/problems/link-spent' });
    expect(made.headers['set-cookie']?.[0]).toMatch(
      /^docket-3000=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const cookie = cookieOf(made);
    expect(await session(cookie)).toMatchObject({ mode: 'closed', user: { role: 'admin' }, needs_set_up: false });
    expect((await get('/api/tickets/', cookie)).statusCode).toBe(200);
    const other = await setUpToken();
    expect((await post('/api/auth/set-up', { token: other, ...ADMIN })).statusCode).toBe(410);
  });
});

describe('a sign-in', () => {
  it('starts a session that a sign-out ends', async () => {
    const { id, email } = await aPerson(api.database);

    const signedIn = await signIn(email.toUpperCase(), PASSWORD);
    expect(signedIn.statusCode).toBe(201);
    const cookie = cookieOf(signedIn);
    expect(await session(cookie)).toMatchObject({ user: { id, email, role: 'agent' } });

    const signedOut = await api.inject({ method: 'DELETE', url: '/api/session', headers: { ...SAME_SITE, cookie } });
    expect(signedOut.statusCode).toBe(204);
    expect(signedOut.headers['set-cookie']).toContain('docket-3000=; Max-Age=0');
    expect(signedOut.headers['clear-site-data']).toBe('"cache"');
    expect((await get('/api/tickets/', cookie)).statusCode).toBe(401);
    expect(await eventsOf(id)).toEqual(['sign_in', 'sign_out']);
  });

  it('takes the address in any case and spelling', async () => {
    const { id } = await aPerson(api.database);
    await api.database.query(`UPDATE users SET email = 'éva@desk.example' WHERE id = $1`, [id]);

    expect((await signIn(' E\u0301VA@Desk.example ', PASSWORD)).statusCode).toBe(201);
  });

  it('answers alike for an unknown address, a wrong password and a deactivated person', async () => {
    const { id, email } = await aPerson(api.database);
    const { email: deactivated } = await aPerson(api.database, { state: 'deactivated' });

    const responses = [
      await signIn('nobody@desk.example', PASSWORD),
      await signIn(email, `${PASSWORD}!`),
      await signIn(deactivated, PASSWORD),
    ];

    const problems = responses.map((response) => ({ ...response.json<object>(), request_id: '' }));
    expect(problems[0]).toMatchObject({ type: '/problems/wrong-credentials', status: 401 });
    expect(problems).toEqual(Array(3).fill(problems[0]));
    for (const { headers } of responses) expect(headers['set-cookie']).toBeUndefined();
    expect(await eventsOf(id)).toEqual(['sign_in_failed']);
  });

  it.each(['', ' ', 'a\0b@desk.example', '\ud800@desk.example', 'x'.repeat(255)])(
    'rejects the address %j',
    async (email) => {
      expect((await signIn(email, PASSWORD)).statusCode).toBe(400);
    },
  );

  it('keeps at most 20 sessions of a person, and ends the oldest', async () => {
    const { id, email, cookie } = await aPerson(api.database);
    await api.database.query(
      `INSERT INTO sessions (token_hash, user_id, expires_at, seen_at, ip, user_agent)
       SELECT sha256(n::text::bytea), $1, now() + interval '1 day', now() + n * interval '1 second', '', ''
       FROM generate_series(1, 19) AS n`,
      [id],
    );

    const last = cookieOf(await signIn(email, PASSWORD));

    expect((await get('/api/tickets/', cookie)).statusCode).toBe(401);
    expect((await get('/api/tickets/', last)).statusCode).toBe(200);
  });

  it.each([
    // A second more: the clock of a virtual machine may be put back a little.
    ['is too old', `expires_at = now() - interval '1 second'`],
    ['was not used for 12 hours', `seen_at = now() - interval '12 hours 1 second'`],
  ])('does not hold in a session that %s', async (_what, change) => {
    const { id, cookie } = await aPerson(api.database);

    await api.database.query(`UPDATE sessions SET ${change} WHERE user_id = $1`, [id]);

    expect((await get('/api/tickets/', cookie)).statusCode).toBe(401);
  });

  it('notes the last request of a session, to the minute', async () => {
    const { id, cookie } = await aPerson(api.database);
    await api.database.query(`UPDATE sessions SET seen_at = now() - interval '2 hours' WHERE user_id = $1`, [id]);

    await get('/api/tickets/', cookie);

    const [seen] = await api.database.query<{ recent: boolean }[]>(
      `SELECT seen_at > now() - interval '1 minute' AS recent FROM sessions WHERE user_id = $1`,
      [id],
    );
    expect(seen).toEqual({ recent: true });
  });

  it('ends with the deactivation of the person, at once', async () => {
    const { id, cookie } = await aPerson(api.database);

    await api.database.query(`UPDATE users SET state = 'deactivated' WHERE id = $1`, [id]);

    expect((await get('/api/tickets/', cookie)).statusCode).toBe(401);
  });
});

describe('guesses', () => {
  const guess = (email: string, ip: string) =>
    api.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email, password: 'a wrong password' },
      headers: SAME_SITE,
      remoteAddress: ip,
    });

  it('reach the check ten times for one account and address, also at the same time', async () => {
    const { id, email } = await aPerson(api.database);

    const responses = await Promise.all(Array.from({ length: 20 }, () => guess(email, '203.0.113.7')));

    expect(responses.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10);
    const late = responses.find(({ statusCode }) => statusCode === 429);
    expect(late?.json()).toMatchObject({ type: '/problems/too-many-requests' });
    expect(Number(late?.headers['retry-after'])).toBeGreaterThan(800);
    expect((await eventsOf(id)).filter((event) => event === 'sign_in_failed')).toHaveLength(10);
    expect((await signIn(email, PASSWORD)).statusCode).toBe(201); // from another address
  });

  it('count for the whole network of an IPv6 address', async () => {
    const { email } = await aPerson(api.database);
    for (let host = 1; host <= 10; host++) await guess(email, `2001:db8:7:1::${host}`);

    expect((await guess(email, '2001:db8:7:1:ffff::99')).statusCode).toBe(429);
    expect((await guess(email, '2001:db8:7:2::1')).statusCode).toBe(401);
  });

  it('do not count if they are right', async () => {
    const { email } = await aPerson(api.database);

    for (let attempt = 0; attempt < 12; attempt++) expect((await signIn(email, PASSWORD)).statusCode).toBe(201);
  });
});

describe('a change with a cookie', () => {
  const TICKET = { title: 'a', description: 'b', category: 'general', priority: 'low' };
  const HOST = { host: 'desk.lan:3000' };

  it.each<[string, Record<string, string>, number]>([
    ['a page of this site', { 'sec-fetch-site': 'same-origin' }, 201],
    ['a page of this site, over HTTP', { origin: PUBLIC_URL }, 201],
    ['another port of the host', { 'sec-fetch-site': 'same-site', origin: 'http://desk.lan:4000' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: PUBLIC_URL }, 403],
    ['a navigation', { 'sec-fetch-site': 'none' }, 403],
    ['another site, over HTTP', { origin: 'http://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a client that says nothing', {}, 403],
  ])('from %s', async (_from, headers, status) => {
    const { cookie } = await aPerson(api.database);

    const response = await post('/api/tickets/', TICKET, { ...HOST, cookie, ...headers });

    expect(response.statusCode).toBe(status);
    if (status === 403) expect(response.json()).toMatchObject({ type: '/problems/cross-site' });
  });

  it('signs nobody in from another site', async () => {
    const { email } = await aPerson(api.database);

    expect((await signIn(email, PASSWORD, { ...HOST, origin: 'http://evil.example' })).statusCode).toBe(403);
  });
});

it('never changes a security event', async () => {
  await expect(api.database.query('UPDATE security_events SET ip = $1', ['x'])).rejects.toThrow('append-only');
  await expect(api.database.query('DELETE FROM security_events')).rejects.toThrow('append-only');
  await expect(api.database.query('TRUNCATE security_events')).rejects.toThrow('append-only');
});

/** Stores a link as a start does, whose token only the log has. */
async function setUpToken(): Promise<string> {
  const { token, hash } = createToken();
  await api.database.query(
    `INSERT INTO one_time_links (token_hash, kind, expires_at) VALUES ($1, 'set_up', now() + interval '1 hour')`,
    [hash],
  );
  return token;
}
