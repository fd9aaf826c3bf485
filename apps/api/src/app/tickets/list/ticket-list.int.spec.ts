import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@docket/domain';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';
import type { TicketFilter } from '../query/ticket-filter';
import { TicketQuery } from '../query/ticket-query';
import { TicketList } from './ticket-list';

/** One ticket for each combination of properties on each of four days, the newest last. */
const TICKETS = Array.from({ length: 256 }, (_, n) =>
  aTicket({
    id: n + 1,
    category: TICKET_CATEGORIES[n % 4],
    priority: TICKET_PRIORITIES[(n >> 2) % 4],
    status: TICKET_STATUSES[(n >> 4) % 4],
    createdAt: new Date(Date.UTC(2026, 2, 1 + (n >> 6), 23, 59, 59, n)),
  }),
);

/** Two values for each filter; each matches some tickets. */
const VALUES = {
  category: [['billing'], ['technical', 'general']],
  priority: [['low', 'medium', 'high'], ['critical']],
  status: [['open', 'closed'], ['resolved']],
  createdFrom: ['2026-03-02', '2026-03-01'],
  createdTo: ['2026-03-03', '2026-03-04'],
} as const;
const NAMES = Object.keys(VALUES) as (keyof typeof VALUES)[];

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.database.getRepository(Ticket).insert(TICKETS.map((ticket) => ({ ...ticket }))); // TypeORM modifies the objects that it inserts
});
afterAll(() => api.close());

/** Each set of filters, including the empty one. */
const SETS = Array.from({ length: 32 }, (_, n) => [NAMES.filter((_name, bit) => n & (1 << bit))]);

it.each(SETS)('filters by %j with different values, on two pages and back', async (names) => {
  const list = api.app.get(TicketList);
  for (const variant of [0, 1, 0]) {
    const filter = Object.fromEntries(names.map((name) => [name, VALUES[name][variant]])) as unknown as TicketFilter;
    const wanted = TICKETS.filter((ticket) => isWanted(ticket, filter))
      .map(({ id }) => id)
      .reverse();

    const first = await list.page(new TicketQuery({ filter, limit: 7 }));
    const second = first.next && (await list.page(new TicketQuery({ filter, limit: 7, cursor: first.next })));
    const back = second?.prev && (await list.page(new TicketQuery({ filter, limit: 7, cursor: second.prev })));

    expect(first.tickets.map(({ id }) => id)).toEqual(wanted.slice(0, 7));
    expect(second?.tickets.map(({ id }) => id) ?? []).toEqual(wanted.slice(7, 14));
    expect((back ?? first).tickets.map(({ id }) => id)).toEqual(wanted.slice(0, 7));
    expect([first, second ?? first, back ?? first].map(({ count }) => count.total)).toEqual(
      Array(3).fill(wanted.length),
    );
  }
});

function isWanted(ticket: Partial<Ticket>, filter: TicketFilter): boolean {
  const day = ticket.createdAt?.toISOString().slice(0, 10) ?? '';
  return (
    (['category', 'priority', 'status'] as const).every(
      (name) => !filter[name] || (filter[name] as readonly unknown[]).includes(ticket[name]),
    ) &&
    (!filter.createdFrom || day >= filter.createdFrom) &&
    (!filter.createdTo || day <= filter.createdTo)
  );
}
