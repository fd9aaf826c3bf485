import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';
import { SqlTextCache } from './sql-text-cache';
import { Transactions } from './transactions';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.database
    .getRepository(Ticket)
    .insert([aTicket({ title: 'a', priority: 'low' }), aTicket({ title: 'b', priority: 'high' })]);
});
afterAll(() => api.close());

const build = () =>
  api.database
    .createQueryBuilder(Ticket, 'ticket')
    .select('ticket.title', 'title')
    .where('ticket.status = :status AND ticket.priority = ANY(:priority) AND ticket.status = :status')
    .setParameters({ priority: ['critical'], status: 'closed' });
const newCache = () => new SqlTextCache(api.app.get(Transactions));

it('builds a query once and runs it with the parameters of each call', async () => {
  const cache = newCache();
  const builder = jest.fn(build);
  const titles = (priority: string[], status: string) => cache.query('key', { priority, status, unused: 1 }, builder);

  expect(await titles(['high'], 'open')).toEqual([{ title: 'b' }]);
  expect(await titles(['low', 'medium'], 'open')).toEqual([{ title: 'a' }]);
  expect(await titles(['low'], 'closed')).toEqual([]);
  expect(builder).toHaveBeenCalledTimes(1);
});

it('builds a query for each key', async () => {
  const cache = newCache();
  const parameters = { priority: ['high'], status: 'open' };

  expect(await cache.query('all', parameters, build)).toHaveLength(1);
  expect(await cache.query('none', parameters, () => build().limit(0))).toEqual([]);
});

it('rejects a query without a value for one of its parameters', () => {
  const cache = newCache();

  expect(() => cache.query('key', { priority: ['high'] }, build)).toThrow('"status"');
});
