import { NO_FILTER, type TicketFilter } from '@docket/web/tickets/data';
import { queryTextOf } from './query-text';

describe('the text of a filter', () => {
  it.each<[Partial<TicketFilter>, string]>([
    [{}, ''],
    [{ q: 'tag:vip  card' }, 'tag:vip  card'],
    [{ search: 'card' }, 'card'],
    [{ search: 'status:open "a b"' }, '"status:open" "a b"'],
    [{ q: 'x', search: 'card' }, 'x card'],
    [{ status: ['open', 'in_progress'], category: ['billing'] }, 'status:open,in_progress category:billing'],
    [{ createdFrom: '2026-11-01' }, 'created:>=2026-11-01'],
    [{ createdTo: '2026-11-01', search: 'card' }, 'created:<=2026-11-01 card'],
    [{ createdFrom: '2026-11-01', createdTo: '2026-11-01' }, 'created:2026-11-01'],
    [{ createdFrom: '2026-11-01', createdTo: '2026-11-07' }, 'created:2026-11-01..2026-11-07'],
  ])('%p is %p', (filter, text) => {
    expect(queryTextOf({ ...NO_FILTER, ...filter })).toBe(text);
  });
});
