import type { LightMyRequestResponse } from 'fastify';
import { PASSWORD, PUBLIC_URL, type TestPerson, aPerson } from '../../../testing/people';
import { ProviderStandIn } from '../../../testing/provider-stand-in';
import { TestBrowser, leadsTo } from '../../../testing/sign-on';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Settings } from '../../platform/config/settings';
import { Sessions } from '../sessions/sessions';

// Visits of signed-in people to the provider: to link an identity, and to step up.

let provider: ProviderStandIn;
let api: TestApp;
let person: TestPerson;
let browser: TestBrowser;
beforeAll(async () => {
  provider = await ProviderStandIn.start();
  api = await startTestApp({ PUBLIC_URL, ...provider.settings, OIDC_DEFAULT_ROLE: 'agent' });
});
beforeEach(async () => {
  await api.database.query('DELETE FROM identities');
  person = await aPerson(api.database);
  browser = signedIn(person);
});
afterAll(async () => {
  await api.close();
  await provider.stop();
});

const RETURN_TO = '/settings/profile?tab=sessions#top';
const problem = (code: string) => `/settings/profile?tab=sessions&problem=${code}#top`;
const now = (): number => Math.floor(Date.now() / 1000);

function signedIn({ cookie }: TestPerson): TestBrowser {
  const [name = '', value = ''] = cookie.split('=');
  const signedInBrowser = new TestBrowser(api);
  signedInBrowser.cookies.set(name, value);
  return signedInBrowser;
}

const requestLink = (from = browser): Promise<LightMyRequestResponse> =>
  from.post('/api/me/identities', { return_to: RETURN_TO });
const pageOf = (response: LightMyRequestResponse): URL => new URL(response.json<{ url: string }>().url);

/** Links the identity of a subject. Returns the page to which that leads. */
async function link(sub: string, from = browser): Promise<string> {
  const page = pageOf(await requestLink(from));
  return leadsTo(await from.comeBack(provider.signIn(page, { sub, email: `${sub}@elsewhere.example` })));
}

const stepUpPage = () => browser.start(`?step_up=true&return_to=${encodeURIComponent(RETURN_TO)}`);
const openedList = async () => (await browser.open('/api/tickets/')).statusCode;

const lastEvent = async (): Promise<unknown> =>
  (
    await api.database.query<unknown[]>(
      'SELECT event, actor_id, user_id, details FROM security_events ORDER BY id DESC LIMIT 1',
    )
  )[0];

/** As another process does: this one would notice within half a second. */
async function changeSessions(statement: string): Promise<void> {
  await api.database.query(`${statement} WHERE user_id = $1`, [person.id]);
  api.app.get(Sessions).refresh(person.id);
}

const proveLongAgo = () => changeSessions(`UPDATE sessions SET authenticated_at = now() - interval '1 day'`);
const endSessions = () => changeSessions('DELETE FROM sessions');

describe('linking', () => {
  it('lets the identity sign in to the account', async () => {
    expect(await link('sam')).toBe(RETURN_TO);

    expect(await lastEvent()).toMatchObject({ event: 'identity_linked', actor_id: person.id, user_id: person.id });
    expect((await browser.open('/api/me/identities')).json()).toEqual([
      {
        id: expect.any(Number) as number,
        issuer: provider.issuer,
        email: 'sam@elsewhere.example',
        created_at: expect.any(String) as string,
      },
    ]);
    const other = new TestBrowser(api);
    expect(leadsTo(await other.comeBack(provider.signIn(await other.start(), { sub: 'sam' })))).toBe('/tickets');
    expect((await other.open('/api/session')).json()).toMatchObject({ user: { id: person.id } });
  });

  it('keeps the session as it is, and can be repeated', async () => {
    const before = new Map(browser.cookies);
    await link('sam');

    expect(browser.cookies.get('docket-3000')).toBe(before.get('docket-3000'));
    expect(await link('sam')).toBe(RETURN_TO);
  });

  it('needs a recent proof of identity', async () => {
    await proveLongAgo();

    const refused = await requestLink();

    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ type: '/problems/step-up-required' });
  });

  it('needs a person, and a page of this site', async () => {
    expect((await requestLink(new TestBrowser(api))).statusCode).toBe(401);
    const elsewhere = await api.inject({
      method: 'POST',
      url: '/api/me/identities',
      payload: {},
      headers: { host: 'desk.lan:3000', origin: 'https://evil.example', cookie: person.cookie },
    });
    expect(elsewhere.statusCode).toBe(403);
  });

  it('takes no identity from another person', async () => {
    await link('sam');
    const other = signedIn(await aPerson(api.database));

    expect(await link('sam', other)).toBe(problem('already-linked'));
  });

  it('gives a person one identity of a provider', async () => {
    await link('sam');

    expect(await link('kim')).toBe(problem('already-linked'));
  });

  it('fails if the session ended on the way', async () => {
    const page = pageOf(await requestLink());
    await endSessions();

    expect(leadsTo(await browser.comeBack(provider.signIn(page, { sub: 'sam' })))).toBe(problem('session-ended'));
    expect(await api.database.query('SELECT FROM identities')).toEqual([]);
  });

  it('cannot be finished in the browser of somebody else', async () => {
    const page = pageOf(await requestLink());
    const victim = new TestBrowser(api);
    await victim.start();

    expect(leadsTo(await victim.comeBack(provider.signIn(page, { sub: 'victim' })))).toBe(
      '/sign-in?problem=attempt-unknown',
    );
  });
});

describe('a sign-in', () => {
  it.each<[string, () => object, number]>([
    ['without the time of the proof', () => ({}), 403],
    ['with a proof of yesterday', () => ({ auth_time: now() - 86_400 }), 403],
    ['with a proof of this minute', () => ({ auth_time: now() }), 201],
  ])('%s is as fresh as the provider says', async (_what, claims, status) => {
    await link('sam');
    const other = new TestBrowser(api);

    await other.comeBack(provider.signIn(await other.start(), { sub: 'sam', ...claims() }));

    expect((await other.open('/api/tickets/')).statusCode).toBe(200);
    expect((await requestLink(other)).statusCode).toBe(status);
  });
});

it('ends the session that the browser had before, which it cannot send on the way back', async () => {
  await link('sam', signedIn(await aPerson(api.database)));

  await browser.comeBack(provider.signIn(await browser.start(), { sub: 'sam' }));

  const headers = { host: 'desk.lan:3000', cookie: person.cookie };
  expect((await api.inject({ method: 'GET', url: '/api/tickets/', headers })).statusCode).toBe(401);
  expect(await openedList()).toBe(200);
});

describe('a browser that comes back from the provider', () => {
  const knownTo = async ({ cookies }: TestBrowser): Promise<number[]> =>
    (
      await api.database.query<{ id: number }[]>(
        'SELECT user_id AS id FROM devices WHERE token_hash = sha256($1::bytea) ORDER BY id',
        [Buffer.from(cookies.get('docket-device-3000') ?? '')],
      )
    ).map(({ id }) => id);

  it('is known from then on, to all who use it', async () => {
    await link('sam');
    const colleague = await aPerson(api.database);
    await link('kim', signedIn(colleague));
    const other = new TestBrowser(api);

    for (const sub of ['sam', 'kim']) await other.comeBack(provider.signIn(await other.start(), { sub }));

    expect(await knownTo(other)).toEqual([person.id, colleague.id]);
  });
});

describe('proving the identity again', () => {
  beforeEach(async () => {
    await link('sam');
    await proveLongAgo();
  });

  it('makes the provider ask for the credentials, and gives the session a new token', async () => {
    const page = await stepUpPage();
    const before = browser.cookies.get('docket-3000');
    expect(Object.fromEntries(page.searchParams)).toMatchObject({ max_age: '0', prompt: 'login' });

    const back = await browser.comeBack(provider.signIn(page, { sub: 'sam', auth_time: now() }));

    expect(leadsTo(back)).toBe(RETURN_TO);
    expect(browser.cookies.get('docket-3000')).not.toBe(before);
    expect((await requestLink()).statusCode).toBe(201);
    expect(await lastEvent()).toMatchObject({ event: 'step_up', user_id: person.id, details: { method: 'oidc' } });
  });

  it('gives the role of the groups, and ends the access of whom no group gives one', async () => {
    const settings = api.app.get(Settings);
    Object.assign(settings, { OIDC_ROLES: 'support=agent', OIDC_DEFAULT_ROLE: undefined });
    await api.database.query(`UPDATE users SET managed_by = 'oidc', role = 'viewer' WHERE id = $1`, [person.id]);
    const proveAs = async (groups: string[]): Promise<string> =>
      leadsTo(await browser.comeBack(provider.signIn(await stepUpPage(), { sub: 'sam', auth_time: now(), groups })));
    try {
      expect(await proveAs(['support'])).toBe(RETURN_TO);
      expect((await browser.open('/api/session')).json()).toMatchObject({ user: { role: 'agent' } });

      expect(await proveAs([])).toBe(problem('no-role'));
      expect(await openedList()).toBe(401);
    } finally {
      Object.assign(settings, { OIDC_ROLES: '', OIDC_DEFAULT_ROLE: 'agent' });
    }
  });

  it.each<[string, () => object, string]>([
    ['long ago', () => ({ auth_time: now() - 3600 }), 'not-recent'],
    ['at a time that the provider does not say', () => ({}), 'not-recent'],
    ['at a time after the end of time', () => ({ auth_time: 1e300 }), 'not-recent'],
    ['at a time that is no number', () => ({ auth_time: 'now' }), 'response-invalid'],
    ['as somebody else', () => ({ sub: 'kim', auth_time: now() }), 'other-person'],
  ])('fails for a sign-in %s', async (_when, claims, code) => {
    const page = await stepUpPage();

    expect(leadsTo(await browser.comeBack(provider.signIn(page, { sub: 'sam', ...claims() })))).toBe(problem(code));
    expect((await requestLink()).statusCode).toBe(403);
    expect(await openedList()).toBe(200);
    expect(await lastEvent()).toMatchObject({ event: 'step_up_failed', user_id: person.id });
  });

  it('fails if the session ended on the way', async () => {
    const page = await stepUpPage();
    await endSessions();

    const back = await browser.comeBack(provider.signIn(page, { sub: 'sam', auth_time: now() }));

    expect(leadsTo(back)).toBe(problem('session-ended'));
    expect(await openedList()).toBe(401);
  });

  it('needs somebody who is signed in', async () => {
    expect(leadsTo(await new TestBrowser(api).open('/api/auth/oidc/start?step_up=true&return_to=/tickets/7'))).toBe(
      '/sign-in?return_to=%2Ftickets%2F7',
    );
  });
});

describe('without passwords', () => {
  it('nobody signs in with one, but people confirm with theirs who they are', async () => {
    const without = await startTestApp({ PUBLIC_URL, ...provider.settings, PASSWORD_SIGN_IN: false });
    try {
      const { email, cookie } = await aPerson(without.database);
      const headers = { host: 'desk.lan:3000', origin: PUBLIC_URL };
      const post = (url: string, payload: object, more = {}) =>
        without.inject({ method: 'POST', url, payload, headers: { ...headers, ...more } });

      const refused = await post('/api/session', { email, password: PASSWORD });

      expect(refused.statusCode).toBe(403);
      expect(refused.json()).toMatchObject({ type: '/problems/password-sign-in-off' });
      expect((await without.inject({ method: 'GET', url: '/api/session' })).json()).toMatchObject({
        methods: ['oidc'],
      });
      expect((await post('/api/session/step-up', { password: PASSWORD }, { cookie })).statusCode).toBe(204);
    } finally {
      await without.close();
    }
  });
});
