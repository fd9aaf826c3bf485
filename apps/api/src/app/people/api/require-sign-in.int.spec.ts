import { PASSWORD, PUBLIC_URL, SAME_SITE, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { AccessMode } from '../access/access-mode';

const ADMIN = { name: 'Priya Nair', email: 'Priya.Nair@desk.example', password: PASSWORD };
const PAGE = { host: 'localhost:3000', origin: 'http://localhost:3000' };
const URL = '/api/auth/require-sign-in';

let api: TestApp;

const post = (payload: object, headers: Record<string, string> = PAGE) =>
  api.inject({ method: 'POST', url: URL, payload, headers });
const list = async (cookie?: string) =>
  (await api.inject({ method: 'GET', url: '/api/tickets/', ...(cookie && { headers: { cookie } }) })).statusCode;

describe('a request that closes Docket, or finds it closed,', () => {
  beforeEach(async () => (api = await startTestApp()));
  afterEach(() => api.close());

  it('makes the first administrator, signs them in, and closes Docket at once', async () => {
    expect(await list()).toBe(200);

    const response = await post(ADMIN);

    expect(response.statusCode).toBe(201);
    const cookie = String(response.headers['set-cookie']);
    expect(cookie).toMatch(
      /^docket-3000=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict,docket-device-3000=/,
    );
    expect(await list()).toBe(401);
    expect(await list(cookie.split(';')[0])).toBe(200);
    const events = await api.database.query<object[]>('SELECT event, actor_id = user_id AS own FROM security_events');
    expect(events).toEqual([{ event: 'require_sign_in', own: true }]);
    const users = await api.database.query<object[]>('SELECT name, email, role, state FROM users');
    expect(users).toEqual([{ name: 'Priya Nair', email: 'priya.nair@desk.example', role: 'admin', state: 'active' }]);
  });

  it('lets one of two win', async () => {
    const responses = await Promise.all([post(ADMIN), post({ ...ADMIN, email: 'other@desk.example' })]);

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(responses.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      type: '/problems/already-closed',
    });
    expect(await api.database.query('SELECT count(*)::int AS n FROM users')).toEqual([{ n: 1 }]);
  });

  it('is refused to an administrator of a closed Docket', async () => {
    const { cookie } = await aPerson(api.database, { role: 'admin' });
    api.app.get(AccessMode).close();

    expect((await post(ADMIN)).statusCode).toBe(401);
    expect((await post(ADMIN, { ...PAGE, cookie })).statusCode).toBe(409);
  });
});

describe('a request that leaves Docket open', () => {
  beforeAll(async () => (api = await startTestApp()));
  afterAll(() => api.close());

  it.each<[string, Record<string, string>]>([
    ['another site', { host: 'localhost:3000', origin: 'http://evil.example' }],
    ['another port', { host: 'localhost:3000', origin: 'http://localhost:4000', 'sec-fetch-site': 'same-site' }],
    ['a client that says nothing', { host: 'localhost:3000' }],
  ])('is refused from %s', async (_from, headers) => {
    expect((await post(ADMIN, headers)).statusCode).toBe(403);
    expect(await list()).toBe(200);
  });

  it.each([
    ['a short password', { password: 'fourteen chars' }],
    ['no email address', { email: 'priya' }],
    ['a blank name', { name: ' ' }],
    ['a role', { role: 'viewer' }],
  ])('is refused with %s', async (_what, change) => {
    expect((await post({ ...ADMIN, ...change })).statusCode).toBe(400);
    expect(await list()).toBe(200);
  });
});

it('needs a session when Docket is closed by its settings', async () => {
  const closed = await startTestApp({ PUBLIC_URL });
  try {
    const response = await closed.inject({ method: 'POST', url: URL, payload: ADMIN, headers: SAME_SITE });

    expect(response.statusCode).toBe(401);
  } finally {
    await closed.close();
  }
});
