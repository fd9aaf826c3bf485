import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';
import { SqlTextCache } from './sql-text-cache';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.database
    .getRepository(Ticket)
    .insert([aTicket({ title: 'a', priority: 'low' }), aTicket({ title: 'b', priority: 'high' })]);
});
afterAll(() => api.close());

const write = () =>
  api.database
    .createQueryBuilder(Ticket, 'ticket')
    .select('ticket.title', 'title')
    .where('ticket.status = :status AND ticket.priority = ANY(:priority) AND ticket.status = :status')
    .setParameters({ priority: ['critical'], status: 'closed' });

it('writes a query once, and asks it with the values of each time', async () => {
  const queries = new SqlTextCache(api.database.manager);
  const written = jest.fn(write);
  const ask = (priority: string[], status: string) => queries.rows('shape', { priority, status, unused: 1 }, written);

  expect(await ask(['high'], 'open')).toEqual([{ title: 'b' }]);
  expect(await ask(['low', 'medium'], 'open')).toEqual([{ title: 'a' }]);
  expect(await ask(['low'], 'closed')).toEqual([]);
  expect(written).toHaveBeenCalledTimes(1);
});

it('writes each shape', async () => {
  const queries = new SqlTextCache(api.database.manager);
  const values = { priority: ['high'], status: 'open' };

  expect(await queries.rows('all', values, write)).toHaveLength(1);
  expect(await queries.rows('none', values, () => write().limit(0))).toEqual([]);
});

it('refuses a query that has no value for a parameter', () => {
  const queries = new SqlTextCache(api.database.manager);

  expect(() => queries.rows('shape', { priority: ['high'] }, write)).toThrow('"status"');
});
