import { aTicket } from '../../../testing/a-ticket';
import { PUBLIC_URL, type TestPerson, aPerson } from '../../../testing/people';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

let api: TestApp;
let me: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  me = await aPerson(api.database);
  await api.database.query(`UPDATE users SET name = 'Ana Ruiz' WHERE id = $1`, [me.id]);
  await aPerson(api.database, { state: 'deactivated' });
  await api.database.query(`INSERT INTO teams (name, name_key) VALUES ('Identity', 'identity')`);
  await api.database.query(`INSERT INTO requesters (email) VALUES ('nora@example.com')`);
  const at = (hour: number) => ({ createdAt: new Date(Date.UTC(2026, 9, 1, hour)) });
  await api.database
    .getRepository(Ticket)
    .insert([
      aTicket({ title: 'a', status: 'open', assigneeId: me.id, tags: ['vip'], ...at(1) }),
      aTicket({ title: 'b', status: 'closed', tags: ['mfa', 'vip'], ...at(2) }),
      aTicket({ title: 'c 1', status: 'open', category: 'billing', ...at(3) }),
    ]);
});
afterAll(() => api.close());

const list = (query: Record<string, string>) =>
  api.inject({
    method: 'GET',
    url: `/api/tickets/?${new URLSearchParams(query).toString()}`,
    headers: { host: 'desk.lan:3000', cookie: me.cookie },
  });

const titles = async (query: Record<string, string>) => {
  const response = await list(query);
  expect(response.statusCode).toBe(200);
  return response.json<{ title: string }[]>().map(({ title }) => title);
};

describe('q', () => {
  it.each([
    [{ q: ' ' }, ['c 1', 'b', 'a']],
    [{ q: 'status:open' }, ['c 1', 'a']],
    [{ q: 'status:open', sort: 'oldest' }, ['a', 'c 1']],
    [{ q: 'status:open', category: 'billing' }, ['c 1']],
    [{ q: 'status:open', status: 'closed' }, []],
    [{ q: '-tag:mfa', tag: 'vip' }, ['a']],
    [{ q: 'tag:vip tag:mfa' }, ['b']],
    [{ q: 'assignee:"ana ruiz"' }, ['a']],
    [{ q: 'assignee:"Ana Ruiz" -assignee:me' }, []],
    [{ q: 'team:identity' }, []],
    [{ q: 'created:<2026-10' }, []],
    [{ q: 'created:2026-10-01', created_to: '2026-09-30' }, []],
    [{ q: '"c 1"', search: 'code' }, ['c 1']],
    [{ q: '"c 1"', search: 'nothing' }, []],
    [{ q: '"status:open"' }, []],
  ])('%p finds %p', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it('puts the ticket of a number first, in both orders, over both pages and back', async () => {
    const [{ id }] = await api.database.query<[{ id: number }]>(`SELECT id FROM tickets WHERE title = 'b'`);
    await api.database.query(`UPDATE tickets SET description = $1`, [`see #${id} and #${id + 7}`]);

    for (const [sort, others] of [
      ['newest', ['c 1', 'a']],
      ['oldest', ['a', 'c 1']],
    ] as const) {
      const first = await list({ q: `#${id}`, sort, limit: '1' });
      const next = String(/<([^<>]*)>; rel="next"/.exec(String(first.headers.link))?.[1]);
      const second = await api.inject({
        method: 'GET',
        url: next,
        headers: { host: 'desk.lan:3000', cookie: me.cookie },
      });
      const prev = String(/<([^<>]*)>; rel="prev"/.exec(String(second.headers.link))?.[1]);
      const back = await api.inject({
        method: 'GET',
        url: prev,
        headers: { host: 'desk.lan:3000', cookie: me.cookie },
      });

      expect([first, second, back].map((page) => page.json<{ title: string }[]>().map(({ title }) => title))).toEqual([
        ['b'],
        [others[0]],
        ['b'],
      ]);
      expect(next).toContain(`q=%23${id}&sort=${sort}`);
    }
  });

  it.each([
    ['a stauts:open', 2, 'There is no filter “stauts”. Did you mean “status:”?', 'a status:open'],
    ['status:opn', 7, '“opn” is not a status. Did you mean “open”?', 'status:open'],
    ['x assignee:"Ana Riuz"', 11, 'Nobody has the name “Ana Riuz”. Did you mean “Ana Ruiz”?', 'x assignee:"Ana Ruiz"'],
    ['team:identiy,none', 5, 'There is no team “identiy”. Did you mean “Identity”?', 'team:Identity,none'],
    ['requester:no@example.com', 10, 'No requester has the email address “no@example.com”', undefined],
    ['-assignee:zz', 10, 'Nobody has the name “zz”', undefined],
    ['created:2026-02-30', 8, 'Write a day such as 2026-11-22', undefined],
    ['x'.repeat(501), 500, 'A query has at most 500 characters', undefined],
    ['😀'.repeat(501), 1000, 'A query has at most 500 characters', undefined],
  ])('has an error at its place in %p', async (q, position, detail, suggestion) => {
    const response = await list({ q });

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      type: '/problems/validation',
      detail: textContaining(`q at position ${position}: ${detail}`),
      errors: [{ parameter: 'q', position, detail: textContaining(detail), ...(suggestion && { suggestion }) }],
    });
  });

  it('has all errors, in their order', async () => {
    const response = await list({ q: 'assignee:zz status:x foo:bar' });

    const { errors } = response.json<{ errors: { position: number }[] }>();
    expect(errors.map(({ position }) => position)).toEqual([9, 19, 21]);
  });

  it('knows the names of people who no longer work here', async () => {
    expect(await titles({ q: 'assignee:person' })).toEqual([]);
  });

  it.each([
    [{ q: 'a', sort: 'due' }, 'sort'],
    [{ sort: 'OLDEST' }, 'sort'],
    [{ q: 'a\0' }, 'q'],
  ])('responds 400 to %p', async (query, parameter) => {
    const response = await list(query);

    expect(response.json()).toMatchObject({ status: 400, errors: [{ parameter }] });
  });

  it('takes 500 characters', async () => {
    expect((await list({ q: '😀'.repeat(500) })).statusCode).toBe(200);
  });

  it('takes 50 values of each key that has many', async () => {
    for (const key of ['assignee', 'team', 'tag', '-tag']) {
      const values = Array.from({ length: 50 }, (_, index) => index + 1);
      expect((await list({ q: `${key}:${values.join()}` })).statusCode).toBe(200);
      expect((await list({ q: `${key}:${values.join()},51` })).statusCode).toBe(400);
    }
  });
});

it('is nobody’s query without a sign-in: me is an error in an open API', async () => {
  const open = await startTestApp({ ACCESS: 'open' });

  const response = await open.inject({ method: 'GET', url: '/api/tickets/?q=assignee:none,me' });

  await open.close();
  expect(response.json()).toMatchObject({
    status: 400,
    errors: [{ parameter: 'q', position: 14, detail: 'Nobody is signed in, so no tickets are yours' }],
  });
});
