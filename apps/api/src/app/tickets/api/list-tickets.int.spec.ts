import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  const on = (day: string) => ({ createdAt: new Date(`${day}Z`) });
  await api.database.getRepository(Ticket).insert([
    aTicket({ title: 'a', category: 'billing', priority: 'low', status: 'open', ...on('2026-03-01T00:00:00.000') }),
    aTicket({
      title: 'b',
      category: 'technical',
      priority: 'high',
      status: 'open',
      ...on('2026-03-01T23:59:59.999'),
    }),
    aTicket({
      title: 'c',
      category: 'billing',
      priority: 'high',
      status: 'closed',
      ...on('2026-03-02T00:00:00.000'),
    }),
    aTicket({
      title: 'd',
      category: 'account',
      priority: 'low',
      status: 'in_progress',
      ...on('2026-03-03T12:00:00.000'),
    }),
    aTicket({
      title: 'e',
      category: 'general',
      priority: 'medium',
      status: 'open',
      ...on('2026-03-03T12:00:00.000'),
    }),
  ]);
});
afterAll(() => api.close());

const list = (query: string) => api.inject({ method: 'GET', url: `/api/tickets/${query}` });

const titles = async (query: string): Promise<string> => {
  const response = await list(query);
  expect(response.statusCode).toBe(200);
  expect(Number(response.headers['x-total-count'])).toBe(response.json<object[]>().length);
  return response
    .json<{ title: string }[]>()
    .map(({ title }) => title)
    .join('');
};

describe('GET /api/tickets/', () => {
  it('responds with an array, newest first, and with the higher id first if times are equal', async () => {
    expect(await titles('')).toBe('edcba');
  });

  it('gives each row its version, with which the row can be changed and sent back', async () => {
    const { id, version, ...row } = (await list('?status=closed')).json<{ id: number; version: number }[]>()[0] ?? {};
    const patch = (ifMatch: string) =>
      api.inject({
        method: 'PATCH',
        url: `/api/tickets/${id}/`,
        headers: { 'if-match': ifMatch },
        payload: { ...row, id, version, title: 'c' },
      });

    expect(version).toBe(1);
    expect((await patch(`"${id}-${version}"`)).statusCode).toBe(200);
    expect((await patch(`"${id}-2"`)).statusCode).toBe(412);
  });

  it.each([
    ['?category=billing', 'ca'],
    ['?priority=low', 'da'],
    ['?status=open', 'eba'],
    ['?status=open,in_progress', 'edba'],
    ['?status=open&status=in_progress', 'edba'],
    ['?status=open,closed&status=open', 'ecba'],
    ['?category=billing,technical&priority=high', 'cb'],
    ['?category=billing&priority=low&status=open', 'a'],
    ['?category=billing&status=in_progress', ''],
    ['?category=&priority=&status=&search=&created_from=&created_to=&cursor=&limit=', 'edcba'],
    ['?status=%20', 'edcba'],
    ['?status=,open,', 'eba'],
    ['?created_from=2026-03-02', 'edc'],
    ['?created_to=2026-03-01', 'ba'],
    ['?created_from=2026-03-01&created_to=2026-03-01', 'ba'],
    ['?created_from=2026-03-04', ''],
    ['?created_from=2026-03-03&created_to=2026-03-01', ''],
  ])('%s finds %p', async (query, expected) => {
    expect(await titles(query)).toBe(expected);
  });

  it.each([
    ['?status=done', 'status'],
    ['?status=open,done', 'status'],
    ['?status=OPEN', 'status'],
    ['?category=billing%00', 'category'],
    ['?colour=red', 'colour'],
    ['?__proto__=x', '__proto__'],
    ['?page=2', 'page'],
    ['?limit=0', 'limit'],
    ['?limit=201', 'limit'],
    ['?limit=ten', 'limit'],
    ['?limit=1.5', 'limit'],
    ['?limit=-1', 'limit'],
    ['?limit=5&limit=6', 'limit'],
    ['?cursor=nonsense', 'cursor'],
    ['?cursor=a&cursor=b', 'cursor'],
    ['?search=%00', 'search'],
    ['?search=a&search=b', 'search'],
    [`?search=${'x'.repeat(501)}`, 'search'],
    ['?created_from=2026-02-30', 'created_from'],
    ['?created_to=yesterday', 'created_to'],
  ])('responds 400 to %s', async (query, parameter) => {
    const response = await list(query);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ type: '/problems/validation', errors: [{ parameter }] });
  });

  it('reports every invalid parameter at once', async () => {
    const response = await list('?status=done&limit=0&colour=red');

    const { errors } = response.json<{ errors: { parameter: string }[] }>();
    expect(errors.map(({ parameter }) => parameter)).toEqual(['status', 'limit', 'colour']);
  });

  it('responds to HEAD with the headers only', async () => {
    const response = await api.inject({ method: 'HEAD', url: '/api/tickets?status=open' });

    expect([response.statusCode, response.body, response.headers['x-total-count']]).toEqual([200, '', '3']);
  });
});
