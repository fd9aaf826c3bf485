import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  const tagged = [['refund', 'vip'], ['refund'], ['refund', 'ревю'], ['retry']];
  await api.database.getRepository(Ticket).insert([aTicket({}), ...tagged.map((tags) => aTicket({ tags }))]);
});
afterAll(() => api.close());

const list = (query = '') => api.inject({ method: 'GET', url: `/api/tags${query}` });

it('lists tags with the numbers of their tickets, the most frequent first', async () => {
  const response = await list();

  expect(response.statusCode).toBe(200);
  expect(response.json()).toEqual([
    { name: 'refund', count: 3 },
    { name: 'retry', count: 1 },
    { name: 'vip', count: 1 },
    { name: 'ревю', count: 1 },
  ]);
});

it.each([
  ['re', ['refund', 'retry']],
  ['RE', ['refund', 'retry']],
  ['Ре', ['ревю']],
  ['', ['refund', 'retry', 'vip', 'ревю']],
  ['e', []],
  ['%', []],
])('lists those that begin with %j', async (prefix, names) => {
  const response = await list(`?prefix=${encodeURIComponent(prefix)}`);

  expect(response.json<{ name: string }[]>().map(({ name }) => name)).toEqual(names);
});

it('refuses a prefix that is longer than a tag', async () => {
  const response = await list(`?prefix=${'x'.repeat(41)}`);

  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ errors: [{ parameter: 'prefix' }] });
});
