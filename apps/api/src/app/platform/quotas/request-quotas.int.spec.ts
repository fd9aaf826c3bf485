import { eventually } from '@docket/testing';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken } from '../../../testing/people';
import { startSecondApp } from '../../../testing/second-app';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { RequestQuotas } from './request-quotas';

let api: TestApp;
let admin: TestPerson;
beforeAll(async () => {
  withoutJob();
  api = await startTestApp({ PUBLIC_URL, REQUEST_LIMITS: true });
});
beforeEach(async () => (admin = await aPerson(api.database, { role: 'admin' })));
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.close());

/** The next API exchanges its counts only when a test says so. */
function withoutJob(): void {
  jest.spyOn(RequestQuotas.prototype, 'onApplicationBootstrap').mockReturnValue();
}

/** Halts the clock, so that no minute ends within a test. */
function haltClock(): void {
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now - (now % 60_000) + 1000);
}

const list = (headers: object, of: Pick<TestApp, 'inject'> = api) =>
  of.inject({ method: 'GET', url: '/api/tickets/?limit=1', headers: { host: SAME_SITE.host, ...headers } });

/** Counts requests of the last token in another process. */
async function sendElsewhere(count: number): Promise<void> {
  await api.app.get(RequestQuotas).exchange();
  await api.database.query(`UPDATE rate_limits SET points = points + $1 WHERE key LIKE 'quota:%:token:%'`, [count]);
}

const withCookie = () => ({ ...SAME_SITE, cookie: admin.cookie });

describe('the requests of a minute', () => {
  it('are limited for a token, which learns what is left and when to try again', async () => {
    haltClock();
    const token = await aToken(api.database, admin, ['tickets:read']);
    const first = await list(token);
    await sendElsewhere(597);
    await list(token);
    await api.app.get(RequestQuotas).exchange();

    const last = await list(token);
    const refused = await list(token);

    expect(first.headers).toMatchObject({ 'ratelimit-policy': '"token";q=600;w=60', ratelimit: '"token";r=599;t=59' });
    expect([last.statusCode, last.headers['ratelimit']]).toEqual([200, '"token";r=0;t=59']);
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({ 'retry-after': '59', ratelimit: '"token";r=0;t=59' });
    expect(refused.json()).toMatchObject({
      type: '/problems/quota-exceeded',
      title: 'The quota of requests is used up',
      detail: 'This token has sent 600 requests this minute. Try again in 59 seconds',
    });
    const other = await aToken(api.database, admin, ['tickets:read']);
    expect((await list(other)).statusCode).toBe(200);
    expect((await list({ cookie: admin.cookie })).headers).toMatchObject({
      'ratelimit-policy': '"session";q=1200;w=60',
      ratelimit: '"session";r=1199;t=59',
    });
  });

  it('are those of a person in all browsers', async () => {
    haltClock();
    await list(withCookie());
    const { id } = admin;
    const elsewhere = await aPerson(api.database);
    await api.database.query('UPDATE sessions SET user_id = $1 WHERE user_id = $2', [id, elsewhere.id]);

    expect((await list({ cookie: elsewhere.cookie })).headers['ratelimit']).toBe('"session";r=1198;t=59');
  });

  it.each([
    ['exports', 'export', () => api.inject({ method: 'GET', url: '/api/export', headers: withCookie() })],
    ['imports', 'import', () => importFile('')],
  ])('have ten %s, besides other requests', async (what, policy, send) => {
    haltClock();
    const first = await send();
    for (let n = 1; n < 10; n++) expect((await send()).statusCode).toBe(200);

    const refused = await send();

    expect(first.headers).toMatchObject({
      'ratelimit-policy': `"${policy}";q=10;w=60`,
      ratelimit: `"${policy}";r=9;t=59`,
    });
    expect([refused.statusCode, refused.json<{ detail: string }>().detail]).toEqual([
      429,
      `You have started 10 ${what} this minute. Try again in 59 seconds`,
    ]);
    expect((await list(withCookie())).statusCode).toBe(200);
  });

  it('count the check of a file as a usual request', async () => {
    haltClock();
    expect((await importFile('?check=true')).headers['ratelimit-policy']).toBe('"session";q=1200;w=60');
    expect((await importFile('?check')).headers['ratelimit-policy']).toBe('"session";q=1200;w=60');
    expect((await importFile('?check=false')).headers['ratelimit-policy']).toBe('"import";q=10;w=60');
  });

  function importFile(query: string) {
    return api.inject({
      method: 'POST',
      url: `/api/tickets/import/${query}`,
      headers: { ...withCookie(), 'content-type': 'application/x-ndjson' },
      payload: '{"title":"A","description":"B","category":"general","priority":"low"}\n',
    });
  }

  it('are counted by two processes together', async () => {
    haltClock();
    withoutJob();
    const second = await startSecondApp(api);
    try {
      const left = async (app: Pick<TestApp, 'inject'>) =>
        /r=(\d+)/.exec(String((await list(withCookie(), app)).headers['ratelimit']))?.[1];
      for (let n = 0; n < 30; n++) await list(withCookie());
      for (let n = 0; n < 40; n++) await list(withCookie(), second);
      for (const { app } of [api, second]) await app.get(RequestQuotas).exchange();

      expect(await left(second as Pick<TestApp, 'inject'>)).toBe('1129');
      expect(await left(api)).toBe('1169'); // learns of the others with its next exchange
      await api.app.get(RequestQuotas).exchange();
      expect(await left(api)).toBe('1128');
    } finally {
      await second.close();
    }
  });
});

it.each<[string, Record<string, unknown>]>([
  ['an open API', { REQUEST_LIMITS: true }],
  ['REQUEST_LIMITS=false', { PUBLIC_URL, REQUEST_LIMITS: false }],
])('has no limits with %s', async (_what, settings) => {
  const other = await startTestApp(settings);
  try {
    const sender = settings['PUBLIC_URL'] ? await aPerson(other.database) : { cookie: '' };
    const host = settings['PUBLIC_URL'] ? SAME_SITE.host : 'localhost:3000';

    const { headers, statusCode } = await list({ cookie: sender.cookie, host }, other);

    expect(statusCode).toBe(200);
    expect(Object.keys(headers).filter((name) => name.startsWith('ratelimit'))).toEqual([]);
  } finally {
    await other.close();
  }
});

it('does not limit those who are not signed in by the quotas', async () => {
  const { headers } = await api.inject({ method: 'GET', url: '/healthz', headers: SAME_SITE });

  expect(headers).not.toHaveProperty('ratelimit');
});

it('exchanges the counts of the processes on a server by itself, and of an embedded database never', async () => {
  const other = await startTestApp({ PUBLIC_URL, REQUEST_LIMITS: true });
  try {
    const { cookie } = await aPerson(other.database);
    await list({ cookie }, other);
    const stored = async () =>
      (await other.database.query<unknown[]>(`SELECT FROM rate_limits WHERE key LIKE 'quota:%:session:%'`)).length;

    if (isOnServer(other.database)) await eventually(async () => (await stored()) === 1);
    else expect(await stored()).toBe(0);
  } finally {
    await other.close();
  }
});

function isOnServer({ options }: TestApp['database']): boolean {
  return 'url' in options && options.url !== undefined;
}
