import type { PropertyName } from '@docket/domain';
import { DataSource } from 'typeorm';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';
import { checkCounters, rebuildCounters } from './ticket-counters';
import { TicketDayCount } from './ticket-day-count.entity';
import { TicketPropertyCount } from './ticket-property-count.entity';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('TRUNCATE tickets CASCADE'));
afterAll(() => api.close());

const tickets = () => api.database.getRepository(Ticket);

async function countOf(properties: Pick<Partial<Ticket>, PropertyName>): Promise<number> {
  const rows = await api.database.getRepository(TicketPropertyCount).findBy(properties);
  return rows.reduce((sum, row) => sum + row.tickets, 0);
}

/** Tickets with every property value, on three days. */
async function insertMany(count: number): Promise<void> {
  await api.database.query(
    `INSERT INTO tickets (title, description, category, priority, status, created_at)
     SELECT 'Ticket ' || n, 'Text', (ARRAY['billing', 'technical', 'account', 'general'])[1 + n % 4],
       (ARRAY['low', 'medium', 'high', 'critical'])[1 + n / 4 % 4], (ARRAY['open', 'in_progress', 'resolved', 'closed'])[1 + n / 16 % 4],
       timestamptz '2026-03-01 23:59:59Z' + n % 3 * interval '1 day'
     FROM generate_series(1, $1::int) AS n`,
    [count],
  );
}

describe('the ticket counters', () => {
  it('follow each kind of statement, including direct SQL and many rows at once', async () => {
    await insertMany(500);
    await api.database.query(`UPDATE tickets SET status = 'closed', priority = 'high' WHERE id % 3 = 0`);
    await api.database.query(`UPDATE tickets SET created_at = created_at + interval '1 second' WHERE id % 5 = 0`);
    await api.database.query(`DELETE FROM tickets WHERE id % 7 = 0`);
    await api.database.query(`
      INSERT INTO tickets (id, title, description, category, priority)
      SELECT id, 'Again', 'Text', 'general', 'low' FROM tickets WHERE category = 'billing'
      ON CONFLICT (id) DO UPDATE SET category = 'account'`);

    expect(await checkCounters(api.database)).toEqual([]);
    expect(await countOf({ status: 'closed' })).toBe(await tickets().countBy({ status: 'closed' }));
    expect(await countOf({ category: 'billing' })).toBe(0);
  });

  it('count a ticket on the day of its filing in UTC, whatever the time zone of the session', async () => {
    await api.database.transaction(async (manager) => {
      await manager.query(`SET LOCAL TIME ZONE 'Pacific/Auckland'`);
      await manager.insert(Ticket, aTicket({ createdAt: new Date('2026-03-01T23:59:59.999Z') }));
    });

    const days = await api.database.getRepository(TicketDayCount).find();

    expect(days).toMatchObject([{ day: '2026-03-01', tickets: 1 }]);
  });

  it('are empty after TRUNCATE', async () => {
    await insertMany(20);

    await api.database.query('TRUNCATE tickets CASCADE');

    expect(await api.database.getRepository(TicketPropertyCount).count()).toBe(0);
    expect(await api.database.getRepository(TicketDayCount).count()).toBe(0);
  });

  it('ignore transactions and savepoints that were rolled back', async () => {
    await api.database.transaction(async (manager) => {
      await manager.insert(Ticket, aTicket());
      await manager.transaction(async (inner) => {
        await inner.insert(Ticket, aTicket());
        await inner.query('ROLLBACK TO SAVEPOINT typeorm_1');
      });
      await manager.insert(Ticket, aTicket());
    });

    expect(await countOf({})).toBe(2);
    expect(await checkCounters(api.database)).toEqual([]);
  });

  it('change only with properties, days and the number of tickets', async () => {
    await tickets().insert(aTicket());
    const before = await versions(api.database);

    await api.database.query(`UPDATE tickets SET title = 'Another title', version = version + 1`);

    expect(await versions(api.database)).toEqual(before);
  });

  it('add up under concurrent writers that change many rows in any order', async () => {
    await insertMany(200);
    const statuses = ['open', 'in_progress', 'resolved', 'closed'];

    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        api.database.transaction(async (manager) => {
          await manager.insert(Ticket, aTicket({ category: n % 2 ? 'billing' : 'general' }));
          // Each writer changes rows of its own, so a writer can wait only for a counter.
          await manager.query(`UPDATE tickets SET status = $1 WHERE title LIKE 'Ticket %' AND id % 40 = $2`, [
            statuses[n % 4],
            n,
          ]);
          await manager.insert(Ticket, aTicket({ category: n % 2 ? 'general' : 'billing' }));
        }),
      ),
    );

    expect(await checkCounters(api.database)).toEqual([]);
    expect(await countOf({})).toBe(280);
  });

  it('are corrected by a rebuild if the check finds differences', async () => {
    await insertMany(40);
    await api.database.query(`UPDATE ticket_day_counts SET tickets = tickets + 2 WHERE day = '2026-03-02'`);
    await api.database.query(`DELETE FROM ticket_label_counts WHERE category = 'billing' AND priority = 'low'`);

    const found = await checkCounters(api.database);
    await rebuildCounters(api.database);

    expect(found).toContainEqual({ counter: '2026-03-02', counted: 16, tickets: 14 });
    expect(found).toContainEqual({ counter: 'billing, low, in_progress', counted: 0, tickets: 1 });
    expect(await checkCounters(api.database)).toEqual([]);
    expect(await countOf({})).toBe(40);
  });
});

/** The row versions of all counters. */
function versions(database: DataSource): Promise<unknown> {
  return database.query(
    'SELECT xmin::text FROM ticket_label_counts UNION ALL SELECT xmin::text FROM ticket_day_counts',
  );
}
