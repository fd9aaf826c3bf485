import type { Ticket, TicketList } from '@docket/web/tickets/data';
import type { TicketFilters } from '../ticket-filters/ticket-filters';
import { EIGHT, THREE, openPage, requested, verifyRequests } from '../../testing/tickets-page';
import { eventually } from '@docket/web/ui/testing';
import { signal } from '@angular/core';
import { ListFigures } from './list-figures';

interface Shown {
  readonly first?: number | undefined;
  readonly cursor?: string;
  readonly mismatched?: readonly number[];
  readonly total?: number | undefined;
}

function figures({ first, cursor = first ? 'two' : undefined, mismatched = [], ...shown }: Shown): ListFigures {
  const page = { tickets: THREE, total: 'total' in shown ? shown.total : 1000, isExact: true };
  return new ListFigures({
    list: { page: () => page, isCurrent: () => true, isLoading: () => false } as unknown as TicketList,
    tickets: signal(THREE),
    filters: () =>
      ({
        hasErrors: () => false,
        matches:
          () =>
          ({ id }: Ticket) =>
            !mismatched.includes(id),
      }) as unknown as TicketFilters,
    cursor: signal(cursor),
    first: signal(first),
    last: signal(undefined),
  });
}

describe('the place of the open ticket', () => {
  it.each([
    ['on the first page', 1, undefined, [], 2],
    ['on a later page', 1, 51, [], 52],
    ['without rows that have stopped matching', 2, undefined, [9], 2],
    ['unknown for a row that has stopped matching', 1, undefined, [8], undefined],
    ['unknown without a row', -1, undefined, [], undefined],
  ])('is %s', (_, index, first, mismatched: readonly number[], place) => {
    expect(figures({ first, mismatched }).placeOf(index)).toBe(place);
  });

  it('is unknown on a page whose place is unknown, and in a list whose total is', () => {
    expect(figures({ cursor: 'two' }).placeOf(1)).toBeUndefined();
    expect(figures({ total: undefined }).placeOf(1)).toBeUndefined();
  });

  it('stands over the ticket', async () => {
    const { opened } = await openPage('/tickets/8?cursor=two&first=51');
    (await requested('/api/tickets?cursor=two')).flush(THREE, {
      headers: { 'X-Total-Count': '1000', 'X-Total-Count-Relation': 'gte' },
    });
    (await requested('/api/tickets/8')).flush(EIGHT, { headers: { ETag: '"8-1"' } });
    await opened;

    await eventually(() =>
      expect(document.querySelector('docket-ticket-panel .place')?.textContent.trim()).toBe('52 of 1,000+'),
    );
    verifyRequests();
  });
});

describe('the page after or before this one', () => {
  it('starts after the last ticket, or ends before the first', () => {
    expect(figures({ first: 51 }).beyond(1)).toEqual({ first: 54, last: null });
    expect(figures({ first: 51, mismatched: [9] }).beyond(1)).toEqual({ first: 53, last: null });
    expect(figures({ first: 51 }).beyond(-1)).toEqual({ first: null, last: 50 });
  });

  it('has an unknown place if this one has', () => {
    expect(figures({ cursor: 'two' }).beyond(1)).toEqual({ first: null, last: null });
    expect(figures({ cursor: 'two' }).beyond(-1)).toEqual({ first: null, last: null });
  });
});
