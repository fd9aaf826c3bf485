import { PUBLIC_URL, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { Settings } from '../../platform/config/settings';
import { AccessMode } from './access-mode';

const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined;

async function withApi(settings: Partial<Settings>, run: (api: TestApp) => Promise<void>): Promise<void> {
  const api = await startTestApp(settings);
  try {
    await run(api);
  } finally {
    await api.close();
  }
}

const list = async (api: TestApp, headers: Record<string, string> = {}) =>
  (await api.inject({ method: 'GET', url: '/api/tickets/', headers })).statusCode;

it(`is ${isOnServer ? 'closed on a server' : 'open on the embedded database'} with no setting`, () =>
  withApi({ ACCESS: 'auto' }, async (api) => {
    expect(await list(api)).toBe(isOnServer ? 401 : 200);
    const { mode } = (await api.inject({ method: 'GET', url: '/api/session' })).json<{ mode: string }>();
    expect(mode).toBe(isOnServer ? 'closed' : 'open');
  }));

it('is closed at a public address, from the first second', () =>
  withApi({ PUBLIC_URL }, async (api) => {
    expect(await list(api)).toBe(401);
    const found = await api.inject({ method: 'GET', url: '/healthz' });
    expect(found.statusCode).toBe(200);
  }));

it.each(['auto', 'open'] as const)('closes for good with the first account, with ACCESS=%s', async (ACCESS) => {
  if (isOnServer && ACCESS === 'auto') return; // closed without it
  await withApi({ ACCESS }, async (api) => {
    await aPerson(api.database, { role: 'admin' });
    expect(await freshList(api)).toBe(401);

    await api.database.query(`UPDATE users SET state = 'deactivated', role = 'viewer'`);

    expect(await list(api)).toBe(401);
  });
});

it('stays closed after a restart even if no administrator is left', () =>
  withApi({ ACCESS: 'open' }, async (api) => {
    await aPerson(api.database, { role: 'viewer', state: 'deactivated' });

    expect(await freshList(api)).toBe(401);
  }));

describe('open by default', () => {
  const PROXY_HEADERS = [
    ['forwarded', 'for=203.0.113.7'],
    ['via', '1.1 proxy'],
    ['x-forwarded-for', '203.0.113.7'],
    ['X-Forwarded-Host', 'localhost'],
    ['x-forwarded-proto', 'https'],
    ['X-FORWARDED-PORT', '443'],
    ['x-real-ip', '127.0.0.1'],
    ['X-Forwarded', 'for=203.0.113.7'],
    ['CF-Connecting-IP', '203.0.113.7'],
    ['True-Client-IP', '203.0.113.7'],
    ['X-Client-IP', '203.0.113.7'],
    ['X-Cluster-Client-IP', '203.0.113.7'],
    ['X-Original-Host', 'desk.lan'],
  ] as const;

  describe('without ACCESS', () => {
    let api: TestApp;
    beforeAll(async () => (api = await startTestApp()));
    afterAll(() => api.close());

    it.each(PROXY_HEADERS)('refuses what a proxy passes on with %s, and names PUBLIC_URL', async (name, value) => {
      if (isOnServer) return; // closed
      const response = await api.inject({ method: 'GET', url: '/api/tickets/', headers: { [name]: value } });

      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({
        type: '/problems/not-this-machine',
        detail: expect.stringContaining('PUBLIC_URL') as string,
      });
      expect(await list(api, { 'x-request-id': 'a', 'x-forward': 'b', accept: 'application/json' })).toBe(200);
    });
  });

  describe('with ACCESS=open, as behind the nginx of compose.yaml', () => {
    let api: TestApp;
    beforeAll(async () => (api = await startTestApp({ ACCESS: 'open', TRUSTED_PROXIES: 'loopback' })));
    afterAll(() => api.close());

    it.each(PROXY_HEADERS)('takes what a proxy passes on with %s', async (name, value) => {
      expect(await list(api, { [name]: value })).toBe(200);
    });
  });
});

describe('open on all addresses, for loopback names', () => {
  const OPEN = { ACCESS: 'open', HOST: '0.0.0.0', ALLOWED_HOSTS: 'localhost,127.0.0.1' } as const;
  const from = async (api: TestApp, remoteAddress: string) =>
    (await api.inject({ method: 'GET', url: '/api/tickets/', headers: { host: 'localhost' }, remoteAddress }))
      .statusCode;

  it('refuses another machine that names this one in its Host header', () =>
    withApi(OPEN, async (api) => {
      for (const address of ['192.168.1.7', '203.0.113.7', 'fd00::7', '::ffff:192.168.1.7'])
        expect([address, await from(api, address)]).toEqual([address, 403]);
      for (const address of ['127.0.0.1', '127.0.0.2', '::1', '::ffff:127.0.0.1'])
        expect([address, await from(api, address)]).toEqual([address, 200]);
    }));

  it('takes requests of the proxies in TRUSTED_PROXIES', () =>
    withApi({ ...OPEN, TRUSTED_PROXIES: '172.16.0.0/12' }, async (api) => {
      expect(await from(api, '172.18.0.3')).toBe(200);
      expect(await from(api, '192.168.1.7')).toBe(403);
    }));
});

describe('an open Docket', () => {
  const TOOL = 'http://localhost:4200';
  /** A type that a page may send to another site without asking first. */
  const IMPORT = 'title,description,category,priority\nA,b,general,low\n';
  let api: TestApp;
  beforeAll(async () => (api = await startTestApp({ ACCESS: 'open', CORS_ORIGINS: TOOL })));
  beforeEach(() => api.database.query('DELETE FROM tickets'));
  afterAll(() => api.close());

  const importFrom = async (headers: Record<string, string>) => {
    const response = await api.inject({
      method: 'POST',
      url: '/api/tickets/import/',
      payload: IMPORT,
      headers: { host: 'localhost:3000', 'content-type': 'text/plain', ...headers },
    });
    const [{ count }] = await api.database.query<[{ count: number }]>('SELECT count(*)::int AS count FROM tickets');
    return { status: response.statusCode, count };
  };

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:8080' },
    { 'sec-fetch-site': 'cross-site', origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('takes no change from a page of another site: %j', async (headers) => {
    expect(await importFrom(headers)).toEqual({ status: 403, count: 0 });
  });

  it.each<[string, Record<string, string>]>([
    ['a program', {}],
    ['its own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }],
    ['its own page in a browser that names only the origin', { origin: 'http://localhost:3000' }],
    ['a page of CORS_ORIGINS', { 'sec-fetch-site': 'same-site', origin: TOOL }],
  ])('takes one from %s', async (_who, headers) => {
    expect(await importFrom(headers)).toEqual({ status: 200, count: 1 });
  });
});

/** The list, without what the API remembers of the mode. */
async function freshList(api: TestApp): Promise<number> {
  Object.assign(api.app.get(AccessMode), { checkedAt: -Infinity });
  return list(api);
}
