import { PASSWORD } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { Settings } from '../../platform/config/settings';

/** The headers of a proxy that adds none and sends its target as Host, as nginx does by default. */
const PROXIED = { host: '127.0.0.1:3000' };

/** The headers of a browser on another machine, and on this one for pages of other sites. */
const OTHER_PAGES: readonly Record<string, string>[] = [
  { origin: 'http://desk.lan' },
  { origin: 'http://desk.lan', 'sec-fetch-site': 'same-origin' },
  { origin: 'https://192.168.1.7:8443', 'sec-fetch-site': 'same-origin' },
  { origin: 'http://localhost.desk.lan' },
  { origin: 'null' },
  { referer: 'http://desk.lan/tickets?status=open' },
  { referer: 'http://desk.lan/', origin: 'http://localhost:3000' },
  { referer: 'desk.lan' },
];

const OWN_PAGES: readonly Record<string, string>[] = [
  {}, // a program
  { origin: 'http://localhost:4200', referer: 'http://localhost:4200/tickets' }, // the development server
  { origin: 'http://127.0.0.2:3000' },
  { referer: 'http://[::1]:3000/' },
  { referer: 'http://LOCALHOST.:3000/' },
];

async function withApi(settings: Partial<Settings>, run: (api: TestApp) => Promise<void>): Promise<void> {
  const api = await startTestApp(settings);
  try {
    await run(api);
  } finally {
    await api.close();
  }
}

async function expectLists(api: TestApp, pages: readonly Record<string, string>[], status: number): Promise<void> {
  for (const page of pages) {
    const { statusCode } = await api.inject({ method: 'GET', url: '/api/tickets/', headers: { ...PROXIED, ...page } });
    expect([page, statusCode]).toEqual([page, status]);
  }
}

const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined; // closed by default

(isOnServer ? describe.skip : describe)('an open Docket with no setting', () => {
  it('gives nothing to pages of other machines, takes nothing from them, and names PUBLIC_URL', () =>
    withApi({}, async (api) => {
      const ticket = { title: 'A', description: 'b', category: 'general', priority: 'low' };
      const eve = { name: 'Eve', email: 'eve@desk.example', password: PASSWORD };

      for (const page of OTHER_PAGES) {
        const headers = { ...PROXIED, ...page };
        const responses = [
          await api.inject({ method: 'GET', url: '/api/tickets/', headers }),
          await api.inject({ method: 'POST', url: '/api/tickets/', headers, payload: ticket }),
          await api.inject({ method: 'POST', url: '/api/auth/require-sign-in', headers, payload: eve }),
        ];
        for (const response of responses) {
          expect([page, response.statusCode]).toEqual([page, 403]);
          expect(response.json()).toMatchObject({
            type: '/problems/not-this-machine',
            detail: expect.stringContaining('set PUBLIC_URL') as string,
          });
        }
      }

      const [stored] = await api.database.query<object[]>(
        'SELECT (SELECT count(*)::int FROM tickets) AS tickets, (SELECT count(*)::int FROM users) AS users',
      );
      expect(stored).toEqual({ tickets: 0, users: 0 });
    }));

  it('serves programs, and pages of this machine', () => withApi({}, (api) => expectLists(api, OWN_PAGES, 200)));

  it('serves pages of ALLOWED_HOSTS and CORS_ORIGINS', () =>
    withApi({ ALLOWED_HOSTS: '127.0.0.1, desk.local', CORS_ORIGINS: 'https://tool.example' }, async (api) => {
      const pages = [{ referer: 'http://desk.local:3000/tickets' }, { referer: 'https://tool.example/page' }];

      await expectLists(api, pages, 200);
      await expectLists(api, [{ origin: 'http://tool.example' }], 403);
    }));
});

it('leaves pages to the operator with ACCESS=open', () =>
  withApi({ ACCESS: 'open' }, (api) => expectLists(api, OTHER_PAGES, 200)));
