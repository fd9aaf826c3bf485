import { aTicket } from '../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../testing/test-app';
import { Ticket } from '../tickets/model/ticket.entity';
import type { TicketStatsDto } from './ticket-stats.dto';

const DAY = 24 * 60 * 60 * 1000;

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const insert = (...tickets: Partial<Ticket>[]) =>
  api.database.getRepository(Ticket).insert(tickets.map((ticket) => aTicket(ticket)));

const stats = async (): Promise<TicketStatsDto> => {
  const response = await api.inject({ method: 'GET', url: '/api/tickets/stats/' });
  expect(response.statusCode).toBe(200);
  return response.json();
};

/** The UTC day that is `days` days before today, by the database's clock. */
const dayAgo = async (days: number): Promise<string> => {
  const rows = await api.database.query<{ day: string }[]>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day`,
  );
  return new Date(Date.parse(rows[0]!.day) - days * DAY).toISOString().slice(0, 10);
};

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);

describe('GET /api/tickets/stats/', () => {
  it('has every key with zero if there are no tickets', async () => {
    const { tickets_per_day, ...counts } = await stats();

    expect(counts).toEqual({
      total_tickets: 0,
      open_tickets: 0,
      avg_tickets_per_day: 0,
      priority_breakdown: { low: 0, medium: 0, high: 0, critical: 0 },
      category_breakdown: { billing: 0, technical: 0, account: 0, general: 0 },
      status_breakdown: { open: 0, in_progress: 0, resolved: 0, closed: 0 },
    });
    expect(tickets_per_day).toHaveLength(30);
    expect(tickets_per_day.every(({ count }) => count === 0)).toBe(true);
  });

  it('counts every property value, zero included', async () => {
    await insert(
      { priority: 'high', category: 'billing', status: 'open' },
      { priority: 'low', category: 'billing', status: 'closed' },
      { priority: 'low', category: 'general', status: 'in_progress' },
    );

    expect(await stats()).toMatchObject({
      total_tickets: 3,
      open_tickets: 1,
      priority_breakdown: { low: 2, medium: 0, high: 1, critical: 0 },
      category_breakdown: { billing: 2, technical: 0, account: 0, general: 1 },
      status_breakdown: { open: 1, in_progress: 1, resolved: 0, closed: 1 },
    });
  });

  it('follows changes and removals', async () => {
    await insert({ id: 1 }, { id: 2 }, { id: 3 });
    await api.inject({ method: 'PATCH', url: '/api/tickets/1/', payload: { status: 'closed', priority: 'critical' } });
    await api.database.query('DELETE FROM tickets WHERE id = 2');

    expect(await stats()).toMatchObject({
      total_tickets: 2,
      open_tickets: 1,
      priority_breakdown: { medium: 1, critical: 1 },
      status_breakdown: { open: 1, closed: 1 },
    });
  });

  it('averages over the UTC days that have a ticket, to 2 decimals', async () => {
    const at = (time: string) => ({ createdAt: new Date(time) });
    await insert(
      at('2024-02-28T23:59:59.999Z'),
      at('2024-02-29T00:00:00.000Z'),
      at('2024-02-29T12:00:00.000Z'),
      at('2026-01-01T00:00:00.000Z'),
      at('2026-01-01T23:59:59.999Z'),
    );

    expect(await stats()).toMatchObject({ total_tickets: 5, avg_tickets_per_day: 1.67 });
  });

  it('lists the last 30 UTC days, oldest first, today and days without a ticket included', async () => {
    const [today, first, before] = [await dayAgo(0), await dayAgo(29), await dayAgo(30)];
    await insert(
      { createdAt: new Date(`${today}T00:00:00.000Z`) },
      { createdAt: new Date(`${today}T00:00:00.001Z`) },
      { createdAt: new Date(`${first}T00:00:00.000Z`) },
      { createdAt: new Date(`${first}T23:59:59.999Z`) },
      { createdAt: new Date(`${first}T12:00:00.000Z`) },
      { createdAt: new Date(`${before}T23:59:59.999Z`) },
    );

    const { tickets_per_day, total_tickets } = await stats();

    expect(total_tickets).toBe(6);
    expect(tickets_per_day).toHaveLength(30);
    expect(tickets_per_day[0]).toEqual({ date: first, count: 3 });
    expect(tickets_per_day[1]).toEqual({ date: await dayAgo(28), count: 0 });
    expect(tickets_per_day[29]).toEqual({ date: today, count: 2 });
  });

  it('adds up while tickets are filed and changed', async () => {
    await insert(...Array.from({ length: 20 }, () => ({})));
    const file = () =>
      api.inject({
        method: 'POST',
        url: '/api/tickets/',
        payload: { title: 'a', description: 'b', category: 'billing', priority: 'low' },
      });
    const change = (id: number) =>
      api.inject({ method: 'PATCH', url: `/api/tickets/${id}/`, payload: { status: 'closed', priority: 'critical' } });

    const snapshots = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const [snapshot] = await Promise.all([stats(), file(), change(index + 1)]);
        return snapshot;
      }),
    );

    for (const { total_tickets, open_tickets, ...breakdowns } of snapshots) {
      expect(sum(breakdowns.priority_breakdown)).toBe(total_tickets);
      expect(sum(breakdowns.category_breakdown)).toBe(total_tickets);
      expect(sum(breakdowns.status_breakdown)).toBe(total_tickets);
      expect(breakdowns.status_breakdown.open).toBe(open_tickets);
      expect(breakdowns.tickets_per_day.reduce((all, { count }) => all + count, 0)).toBe(total_tickets);
    }
  });

  it('has priority over the route of one ticket', async () => {
    const response = await api.inject({ method: 'GET', url: '/api/tickets/stats' });

    expect(response.json()).toHaveProperty('total_tickets');
  });
});
