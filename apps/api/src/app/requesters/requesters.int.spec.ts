import { PUBLIC_URL, SAME_SITE, aPerson, aToken } from '../../testing/people';
import { type TestApp, startTestApp } from '../../testing/test-app';
import type { RequesterDto } from './requester.dto';

let api: TestApp;
let headers: Record<string, string>;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  headers = { ...SAME_SITE, cookie: (await aPerson(api.database)).cookie };
});
beforeEach(() => api.database.query('TRUNCATE tickets, requesters CASCADE'));
afterAll(() => api.close());

const VALID = { title: 'Cannot sign in', description: 'No code arrives', category: 'account', priority: 'high' };

const file = (requester: object) =>
  api.inject({ method: 'POST', url: '/api/tickets/', headers, payload: { ...VALID, requester } });

const list = (query = '') => api.inject({ method: 'GET', url: `/api/requesters${query}`, headers });

describe('GET /api/requesters', () => {
  it('lists those who have a ticket, by id, with their current names', async () => {
    await file({ email: 'mia@example.com', name: 'Mia' });
    await file({ email: 'leo@example.com' });
    await file({ email: 'MIA@example.com', name: 'Mia Tan' });
    await api.database.query(`INSERT INTO requesters (email) VALUES ('mistyped@example.com')`);

    const response = await list();

    expect(response.headers['link']).toBeUndefined();
    expect(response.json<RequesterDto[]>().map(({ email, name }) => [email, name])).toEqual([
      ['mia@example.com', 'Mia Tan'],
      ['leo@example.com', undefined],
    ]);
  });

  it('is read page by page to its end, also if requesters come and go meanwhile', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await file({ email: `${name}@example.com` });
    const seen: string[] = [];

    for (let query: string | undefined = '?limit=2'; query !== undefined;) {
      const response = await list(query);
      seen.push(...response.json<RequesterDto[]>().map(({ email }) => email));
      if (seen.length === 2) {
        await api.database.query(
          `DELETE FROM tickets WHERE requester_id = (SELECT id FROM requesters WHERE email = 'b@example.com')`,
        );
        await file({ email: 'f@example.com' });
      }
      query = /<\/api\/requesters(\?[^>]*)>; rel="next"/.exec(String(response.headers['link']))?.[1];
    }

    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@example.com`));
  });

  it('finds those whose address or name contains a text, page by page', async () => {
    await file({ email: 'nora@example.com', name: 'Nora Lindqvist' });
    await file({ email: 'leo@example.com', name: 'Leo' });
    await file({ email: 'lindq@example.org' });
    const emails = async (query: string) => (await list(query)).json<RequesterDto[]>().map(({ email }) => email);

    expect(await emails('?contains=LINDQ')).toEqual(['nora@example.com', 'lindq@example.org']);
    expect(await emails('?contains=example.com')).toEqual(['nora@example.com', 'leo@example.com']);
    expect(await emails('?contains=%25')).toEqual([]); // % is no wildcard

    const first = await list('?contains=Lindq&limit=1');
    expect(first.headers['link']).toMatch(/^<\/api\/requesters\?limit=1&contains=Lindq&cursor=\d+>; rel="next"$/);
  });

  it.each([
    `?contains=${'x'.repeat(101)}`,
    '?limit=0',
    '?limit=1001',
    '?limit=x',
    '?cursor=0',
    '?cursor=2147483648',
    '?cursor=x',
    '?q=mia',
  ])('responds 400 for %s', async (query) => {
    expect((await list(query)).statusCode).toBe(400);
  });

  it('is for those who may read tickets', async () => {
    const viewer = await aPerson(api.database, { role: 'viewer' });
    const ask = (extra: object) =>
      api.inject({ method: 'GET', url: '/api/requesters', headers: { host: SAME_SITE.host, ...extra } });

    const statuses = [
      await ask({}),
      await ask({ cookie: viewer.cookie }),
      await ask(await aToken(api.database, viewer, ['stats:read'])),
    ].map(({ statusCode }) => statusCode);

    expect(statuses).toEqual([401, 200, 403]);
  });
});
