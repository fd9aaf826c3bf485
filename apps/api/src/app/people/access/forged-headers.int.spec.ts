import { PASSWORD, PUBLIC_URL, SAME_SITE, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';

const PROXY = '10.0.0.7';

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL, TRUSTED_PROXIES: PROXY })));
afterAll(() => api.close());

const signIn = (email: string, headers: Record<string, string> = {}, remoteAddress = PROXY) =>
  api.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email, password: PASSWORD },
    headers: { ...SAME_SITE, ...headers },
    remoteAddress,
  });

/** The address that a session was started from. */
async function addressOf(userId: number): Promise<string | undefined> {
  const [session] = await api.database.query<{ ip: string }[]>(
    `SELECT ip FROM sessions WHERE user_id = $1 AND ip <> '' ORDER BY created_at DESC LIMIT 1`,
    [userId],
  );
  return session?.ip;
}

it.each([
  ['the client of a trusted proxy', PROXY, '203.0.113.7', '203.0.113.7'],
  ['what a client adds before the trusted proxy', PROXY, '198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['the client of a trusted proxy that adds the port', PROXY, '[2001:db8::7]:50123', '2001:db8::7'],
  ['a client that the trusted proxy does not know', PROXY, '203.0.113.7, unknown', PROXY],
  ['another machine that says it is a proxy', '10.0.0.8', '203.0.113.7', '10.0.0.8'],
])('knows the address of %s', async (_who, sender, forwarded, known) => {
  const { id, email } = await aPerson(api.database);

  expect((await signIn(email, { 'x-forwarded-for': forwarded }, sender)).statusCode).toBe(201);

  expect(await addressOf(id)).toBe(known);
});

it('counts the guesses of a machine that changes X-Forwarded-For as those of one machine', async () => {
  const { email } = await aPerson(api.database);
  const guess = (n: number) => signIn(`${email}x`, { 'x-forwarded-for': `203.0.113.${n}` }, '10.0.0.9');

  const responses = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(n)));

  expect(responses.filter(({ statusCode }) => statusCode === 429)).toHaveLength(2);
});

describe('a forged header of a trusted proxy', () => {
  it.each([{ 'x-forwarded-host': 'desk.lan' }, { forwarded: 'host=desk.lan' }])(
    'names no allowed host: %j',
    async (headers) => {
      const url = '/api/session';
      const { statusCode } = await api.inject({
        method: 'GET',
        url,
        headers: { host: 'evil.example', ...headers },
        remoteAddress: PROXY,
      });

      expect(statusCode).toBe(421);
    },
  );

  it('does not make the cookie Secure, and moves no origin', async () => {
    const { email } = await aPerson(api.database);
    const forged = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', 'x-forwarded-port': '443' };

    const own = await signIn(email, forged);
    expect(own.statusCode).toBe(201);
    expect(own.headers['set-cookie']).not.toContain('Secure');

    const foreign = await signIn(email, { ...forged, origin: 'https://evil.example' });
    expect(foreign.statusCode).toBe(403);
  });

  it.each(['x-forwarded-user', 'x-remote-user', 'remote-user', 'x-forwarded-email', 'x-auth-request-email'])(
    'signs nobody in: %s',
    async (header) => {
      const { email } = await aPerson(api.database, { role: 'admin' });

      const { statusCode } = await api.inject({
        method: 'GET',
        url: '/api/tickets/',
        headers: { ...SAME_SITE, [header]: email },
        remoteAddress: PROXY,
      });

      expect(statusCode).toBe(401);
    },
  );
});

describe('over HTTPS, which a proxy ends', () => {
  let secure: TestApp;
  beforeAll(async () => (secure = await startTestApp({ PUBLIC_URL: 'https://desk.example', TRUSTED_PROXIES: PROXY })));
  afterAll(() => secure.close());

  it('sends a cookie that browsers keep to this host and to HTTPS, whatever the headers say', async () => {
    const { email } = await aPerson(secure.database);

    const response = await secure.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email, password: PASSWORD },
      headers: { host: 'desk.example', origin: 'https://desk.example', 'x-forwarded-proto': 'http' },
      remoteAddress: PROXY,
    });

    expect(response.statusCode).toBe(201);
    const own = (name: string, sameSite: string) =>
      new RegExp(`^__Host-${name}=[\\w-]{43}; Max-Age=\\d+; Path=/; HttpOnly; Secure; SameSite=${sameSite}$`);
    expect(response.headers['set-cookie']).toEqual([
      expect.stringMatching(own('docket', 'Strict')),
      expect.stringMatching(own('docket-device', 'Lax')),
    ]);
  });
});
