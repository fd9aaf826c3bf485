import { IdentityProvider } from '@docket/testing';
import { PUBLIC_URL, aPerson } from '../../../testing/people';
import { TestBrowser, leadsTo } from '../../../testing/sign-on';
import { type TestApp, startTestApp } from '../../../testing/test-app';

// The whole flow, with the provider of the certified library oidc-provider.

let provider: IdentityProvider;
let api: TestApp;
beforeAll(async () => {
  provider = await IdentityProvider.start();
  api = await startTestApp({ PUBLIC_URL, ...provider.settings, OIDC_NAME: 'Acme SSO', OIDC_DEFAULT_ROLE: 'agent' });
});
afterAll(async () => {
  await api.close();
  await provider.stop();
});

const attemptUnknown = '/sign-in?problem=attempt-unknown';
const refused = (code: string) => `/sign-in?problem=${code}&return_to=%2Ftickets`;
const session = async (browser: TestBrowser) =>
  (await browser.open('/api/session')).json<{ user?: { email: string } }>();

it('offers the ways to sign in', async () => {
  expect(await session(new TestBrowser(api))).toMatchObject({ methods: ['password', 'oidc'], provider: 'Acme SSO' });
});

it('signs in, and returns to the page that was asked for', async () => {
  const browser = new TestBrowser(api);

  const page = await browser.start('?return_to=%2Ftickets%2F7%3Fstatus%3Dopen');
  const back = await browser.comeBack(await provider.signIn(page, { sub: 'sam', email: 'Sam@desk.example' }));

  expect(back.statusCode).toBe(303);
  expect(leadsTo(back)).toBe('/tickets/7?status=open');
  expect(back.headers['set-cookie']).toEqual([
    expect.stringMatching(/^docket-3000=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Strict$/),
    expect.stringMatching(/^docket-device-3000=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/),
  ]);
  expect(await session(browser)).toMatchObject({ user: { email: 'sam@desk.example', role: 'agent' } });
  expect((await browser.open('/api/tickets/')).statusCode).toBe(200);
});

it('asks with a state, a nonce and a challenge that are new each time', async () => {
  const browser = new TestBrowser(api);
  const [first, second] = [await browser.start(), await browser.start()];

  expect(Object.fromEntries(first.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'docket',
    redirect_uri: `${PUBLIC_URL}/api/auth/oidc/callback`,
    scope: 'openid profile email',
    code_challenge_method: 'S256',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(first.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect(first.searchParams.get(name)).not.toBe(second.searchParams.get(name));
  }
});

it.each(['image', 'iframe', 'empty'])('does not start for the destination %s, and does not count it', async (dest) => {
  for (let n = 0; n < 101; n++) {
    const headers = { host: 'desk.lan:3000', 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': dest };
    const { statusCode } = await api.inject({ method: 'GET', url: '/api/auth/oidc/start', headers });
    expect(statusCode).toBe(403);
  }

  expect((await new TestBrowser(api).start()).origin).toBe(provider.issuer);
});

it('works in two tabs at once', async () => {
  const browser = new TestBrowser(api);
  const [first, second] = [await browser.start(), await browser.start('?return_to=/dashboard')];

  expect(leadsTo(await browser.comeBack(await provider.signIn(second, { sub: 'sam' })))).toBe('/dashboard');
  expect(leadsTo(await browser.comeBack(await provider.signIn(first, { sub: 'sam' })))).toBe('/tickets');
});

describe('a callback', () => {
  it('works once', async () => {
    const browser = new TestBrowser(api);
    const parameters = await provider.signIn(await browser.start(), { sub: 'sam' });

    expect(leadsTo(await browser.comeBack(parameters))).toBe('/tickets');
    expect(leadsTo(await browser.comeBack(parameters))).toBe(attemptUnknown);
  });

  it('works in the browser that started it only', async () => {
    const parameters = await provider.signIn(await new TestBrowser(api).start(), { sub: 'sam' });
    const other = new TestBrowser(api);
    await other.start();

    const back = await other.comeBack(parameters);

    expect(leadsTo(back)).toBe(attemptUnknown);
    expect(back.headers['set-cookie']).toBeUndefined();
    expect(leadsTo(await new TestBrowser(api).comeBack(parameters))).toBe(attemptUnknown);
  });

  it('needs the state of the start', async () => {
    const browser = new TestBrowser(api);
    const parameters = await provider.signIn(await browser.start(), { sub: 'sam' });

    expect(leadsTo(await browser.comeBack({ ...parameters, state: 'x'.repeat(43) }))).toBe(attemptUnknown);
    expect(leadsTo(await browser.comeBack({ code: parameters['code'] ?? '' }))).toBe(attemptUnknown);
  });

  it.each([
    ['verifier', 'provider-error'],
    ['nonce', 'response-invalid'],
  ])('needs the %s of the start', async (column, code) => {
    const browser = new TestBrowser(api);
    const parameters = await provider.signIn(await browser.start(), { sub: 'sam' });
    await api.database.query(`UPDATE oidc_attempts SET ${column} = $1`, ['x'.repeat(43)]);

    expect(leadsTo(await browser.comeBack(parameters))).toBe(refused(code));
  });

  it('needs a code of the same sign-in', async () => {
    const browser = new TestBrowser(api);
    const [mine, theirs] = [await browser.start(), await browser.start()];
    const { state = '' } = await provider.signIn(mine, { sub: 'sam' });
    const stolen = await provider.signIn(theirs, { sub: 'eve' });

    expect(leadsTo(await browser.comeBack({ ...stolen, state }))).toBe(refused('provider-error'));
  });

  it('is too late after ten minutes', async () => {
    const browser = new TestBrowser(api);
    const parameters = await provider.signIn(await browser.start(), { sub: 'sam' });
    await api.database.query(`UPDATE oidc_attempts SET expires_at = now() - interval '1 second'`);

    expect(leadsTo(await browser.comeBack(parameters))).toBe(attemptUnknown);
  });

  it('names the issuer that it comes from', async () => {
    const browser = new TestBrowser(api);
    const parameters = await provider.signIn(await browser.start(), { sub: 'sam' });

    expect(parameters['iss']).toBe(provider.settings.OIDC_ISSUER);
    expect(leadsTo(await browser.comeBack({ ...parameters, iss: 'https://evil.example' }))).toBe(
      refused('response-invalid'),
    );
  });
});

it('deletes visits that never came back', async () => {
  await new TestBrowser(api).start();
  await api.database.query(`UPDATE oidc_attempts SET expires_at = now() - interval '1 second'`);
  await new TestBrowser(api).start();

  expect(await api.database.query('SELECT FROM oidc_attempts')).toHaveLength(1);
});

it('starts so many visits from one address only', async () => {
  const start = () =>
    api.inject({
      method: 'GET',
      url: '/api/auth/oidc/start',
      remoteAddress: '192.0.2.7',
      headers: { host: 'desk.lan:3000' },
    });
  for (let visit = 0; visit < 100; visit++) await start();

  expect(leadsTo(await start())).toBe(refused('too-many-attempts'));
});

describe('a provider that is away', () => {
  it('leaves the rest of Docket as it is, and is asked again later', async () => {
    const closed = await IdentityProvider.start();
    const { port, settings } = closed;
    await closed.stop();
    const alone = await startTestApp({ PUBLIC_URL, ...settings, OIDC_DEFAULT_ROLE: 'agent' });
    try {
      const { cookie } = await aPerson(alone.database);
      const browser = new TestBrowser(alone);
      expect(leadsTo(await browser.open('/api/auth/oidc/start'))).toBe(refused('provider-unavailable'));
      const list = await alone.inject({ method: 'GET', url: '/api/tickets/', headers: { cookie } });
      expect(list.statusCode).toBe(200);

      const again = await IdentityProvider.start(port);
      const page = await browser.start();
      expect(page.origin).toBe(again.settings.OIDC_ISSUER);
      await again.stop();
    } finally {
      await alone.close();
    }
  });
});

it('is not there unless it is set up', async () => {
  const without = await startTestApp({ PUBLIC_URL });
  try {
    for (const path of ['start', 'callback?code=a&state=b']) {
      expect((await without.inject({ method: 'GET', url: `/api/auth/oidc/${path}` })).statusCode).toBe(404);
    }
  } finally {
    await without.close();
  }
});
