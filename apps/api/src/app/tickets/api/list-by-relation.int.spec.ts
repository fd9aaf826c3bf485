import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ProblemDto } from '../../platform/problems/problem.dto';

let api: TestApp;
let ana: TestPerson;
let ben: TestPerson;
let teamId: number;

const get = (query: string, headers: Record<string, string> = { ...SAME_SITE, cookie: ana.cookie }) =>
  api.inject({ method: 'GET', url: `/api/tickets/?${query}`, headers });

beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  [ana, ben] = [await aPerson(api.database), await aPerson(api.database)];
  [{ id: teamId }] = await api.database.query<[{ id: number }]>(
    `INSERT INTO teams (name, name_key) VALUES ('Identity', 'identity') RETURNING id`,
  );
  const requester = { email: 'nora@example.com' };
  for (const fields of [
    { title: 'a', assignee_id: ana.id, tags: ['mfa', 'größe'] },
    { title: 'b', assignee_id: ben.id, team_id: teamId, requester },
    { title: 'c', team_id: teamId, tags: ['payroll'], category: 'billing' },
    { title: 'd', requester, tags: ['mfa'] },
  ]) {
    const payload = { description: 'No code arrives', category: 'account', priority: 'high', ...fields };
    const headers = { ...SAME_SITE, cookie: ana.cookie };
    expect((await api.inject({ method: 'POST', url: '/api/tickets/', headers, payload })).statusCode).toBe(201);
  }
});
afterAll(() => api.close());

const titles = async (query: string): Promise<string> => {
  const response = await get(query);
  expect([response.statusCode, response.headers['x-total-count-relation']]).toEqual([200, 'eq']);
  const found = response.json<{ title: string }[]>().map(({ title }) => title);
  expect(Number(response.headers['x-total-count'])).toBe(found.length);
  return found.join('');
};

it.each([
  ['my tickets', () => 'assignee=me', 'a'],
  ['those of a person', () => `assignee=${ben.id}`, 'b'],
  ['those of nobody', () => 'assignee=none', 'dc'],
  ['mine and those of nobody', () => 'assignee=me,none', 'dca'],
  ['those of a team', () => `team=${teamId}`, 'cb'],
  ['those of no team', () => 'team=none', 'da'],
  ['those with a tag', () => 'tag=mfa', 'da'],
  [
    'those with a tag in another case and composition',
    () => `tag=${encodeURIComponent('GRO\u0308SSE,GRO\u0308\u00dfE')}`,
    'a',
  ],
  ['those with one of two tags', () => 'tag=mfa&tag=payroll', 'dca'],
  ['those of a requester', () => 'requester=Nora@Example.com', 'db'],
  ['those of two requesters', () => 'requester=nora@example.com,somebody@example.com', 'db'],
  ['those of a requester who is not known', () => 'requester=somebody@example.com', ''],
  ['those that match all filters', () => 'assignee=none&team=none&tag=mfa&requester=nora@example.com', 'd'],
  ['those of a person with a text', () => 'assignee=me&search=code', 'a'],
  ['all, with empty values', () => 'assignee=&team=&tag=&requester=', 'dcba'],
])('lists %s', async (_what, query, expected) => {
  expect(await titles(query())).toBe(expected);
});

it('keeps the filters in the links', async () => {
  const { headers } = await get('tag=mfa,payroll&limit=1');

  expect(String(headers['link'])).toContain('tag=mfa%2Cpayroll&limit=1&cursor=');
});

it.each([
  ['assignee=you', 'assignee', 'must be one or more of me, none, positive whole numbers of 32 bits'],
  ['assignee=2147483648', 'assignee', 'must be one or more of me, none, positive whole numbers of 32 bits'],
  ['team=me', 'team', 'must be one or more of none, positive whole numbers of 32 bits'],
  [`assignee=${Array.from({ length: 21 }, (_, n) => n + 1).join()}`, 'assignee', 'must have at most 20 values'],
  ['tag=two%20words', 'tag', 'each value must be 1 to 40 letters, digits, hyphens or underscores'],
  [`tag=${'a,b,c,d,e,f,g,h,i,j,k'}`, 'tag', 'must have at most 10 tags'],
  ['requester=nora', 'requester', 'must be one or more email addresses'],
])('refuses %s', async (query, parameter, detail) => {
  const response = await get(query);

  expect(response.statusCode).toBe(400);
  expect(response.json<ProblemDto>().errors).toEqual([{ parameter, detail }]);
});
