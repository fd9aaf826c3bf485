import { NO_FILTER, type Ticket } from '@docket/web/tickets/data';
import { EIGHT, NINE, SEVEN, THREE, aTicket } from '../../testing/tickets-page';
import { enteringTickets } from './entering-tickets';

const TEN = aTicket({ id: 10 });
const PAGE = { tickets: THREE, isExact: true };
const LIST = { page: { ...PAGE, nextCursor: 'two' }, filter: NO_FILTER, sort: undefined, userId: 3 };

it.each<[string, Partial<Ticket>, boolean]>([
  ['assignee:me', { assignee: { id: 3, name: 'Priya Nair' } }, true],
  ['assignee:me', { assignee: { id: 4, name: 'Sam Otieno' } }, false],
  ['tag:vip', { tags: ['vip'] }, true],
  ['tag:vip', {}, false],
  ['status:open', { status: 'closed' }, false],
  ['created:2026-03-12', {}, true],
  ['created:2020-01-01', {}, false],
])('has the tickets that match the query: %p, %j', (q, properties, expected) => {
  const ticket = { ...TEN, ...properties };

  expect(enteringTickets([ticket], { ...LIST, filter: { ...NO_FILTER, q } })).toEqual(expected ? [ticket] : []);
});

it('has those that match the parameters of an older link', () => {
  const list = { ...LIST, filter: { ...NO_FILTER, status: ['closed'] as const, createdTo: '2026-03-12' } };
  const closed = { ...TEN, status: 'closed' as const };

  expect(enteringTickets([TEN, closed], list)).toEqual([closed]);
});

const EARLIER = '2026-03-12T14:04:59.999Z';
const LATER = '2026-03-12T14:05:00.001Z';

describe.each<['newest' | 'oldest' | 'priority', readonly Ticket[], [Partial<Ticket>, boolean][]]>([
  [
    'newest',
    THREE,
    [
      [{}, true],
      [{ id: 6 }, false],
      [{ created_at: EARLIER }, false],
      [{ id: 6, created_at: LATER }, true],
    ],
  ],
  [
    'oldest',
    [SEVEN, EIGHT, NINE],
    [
      [{}, false],
      [{ id: 6 }, true],
      [{ created_at: EARLIER }, true],
    ],
  ],
  [
    'priority',
    THREE,
    [
      [{ priority: 'medium' }, false],
      [{ priority: 'critical', created_at: EARLIER }, true],
      [{}, true],
      [{ created_at: EARLIER }, false],
    ],
  ],
])('in the order %s, of those that match', (order, tickets, cases) => {
  const sort = order === 'newest' ? undefined : order;

  it.each(cases)('a page with a next one has those before its end: %j', (properties, expected) => {
    const ticket = { ...TEN, ...properties };

    expect(enteringTickets([ticket], { ...LIST, page: { ...LIST.page, tickets }, sort })).toHaveLength(
      Number(expected),
    );
  });

  it('the only page has all', () => {
    expect(enteringTickets([TEN, aTicket({ id: 1 })], { ...LIST, page: { ...PAGE, tickets }, sort })).toHaveLength(2);
  });
});

it('knows the end of a page whose last row has changed in its place', () => {
  const page = { ...LIST.page, tickets: [NINE, EIGHT, { ...SEVEN, priority: 'critical' as const }] };

  expect(enteringTickets([TEN], { ...LIST, page, sort: 'priority' })).toEqual([TEN]);
});

it('does not know what has words: only the API finds text', () => {
  const list = { ...LIST, filter: { ...NO_FILTER, q: 'code status:open' } };

  expect(enteringTickets([TEN], list)).toBeUndefined();
  expect(enteringTickets([{ ...TEN, status: 'closed' }], list)).toEqual([]);
});
