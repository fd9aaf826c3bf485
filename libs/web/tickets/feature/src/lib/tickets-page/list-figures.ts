import { type Signal, computed } from '@angular/core';
import type { Ticket, TicketList } from '@docket/web/tickets/data';
import type { TicketFilters } from '../ticket-filters/ticket-filters';
import type { Step } from './neighbours';
import type { PageStart } from './paginator';

interface ShownList {
  readonly list: TicketList;
  readonly tickets: Signal<readonly Ticket[]>;
  readonly filters: () => TicketFilters | undefined;
  readonly cursor: Signal<string | undefined>;
  /** Positions of the first and the last ticket of the page, if the URL has them. */
  readonly first: Signal<number | undefined>;
  readonly last: Signal<number | undefined>;
}

/** Totals and positions of the list, and its outdated rows. */
export class ListFigures {
  /** Whether the list belongs to an earlier query: the current one has an error, or its tickets could not be loaded. */
  readonly isOutdated = computed(() => {
    const { list, filters } = this.shown;
    if (!list.page() || list.isLoading()) return false;
    return !list.isCurrent() || (filters()?.hasErrors() ?? false);
  });
  /** Ids of the listed tickets that no longer match the filter, or were deleted. Their rows stay until the next load. */
  readonly mismatchedIds = computed<ReadonlySet<number>>(() => {
    const { list, filters, tickets } = this.shown;
    if (!list.isCurrent()) return new Set();
    const matches = filters()?.matches();
    const deleted = list.page()?.deletedIds;
    const isOut = (ticket: Ticket) => deleted?.has(ticket.id) || (matches && !matches(ticket));
    return new Set(tickets().flatMap((ticket) => (isOut(ticket) ? [ticket.id] : [])));
  });
  /** Number of matches. Undefined if unknown, or if the list belongs to an earlier query. */
  readonly total = computed(() => {
    const { total, isExact } = this.shown.list.page() ?? {};
    if (this.isOutdated()) return undefined;
    return total && isExact ? total - this.mismatchedIds().size : total;
  });
  /** Position of the first ticket in the list. A page is limited to 1 MB of text, so its length is known only after loading. */
  readonly start = computed(() => {
    const { cursor, first, last, tickets } = this.shown;
    if (!cursor()) return 1;
    const end = last();
    return end ? Math.max(1, end + 1 - tickets().length) : first();
  });

  constructor(private readonly shown: ShownList) {}

  /** Position of the next or previous page. */
  beyond(by: Step): Pick<PageStart, 'first' | 'last'> {
    const start = this.start();
    if (!start) return { first: null, last: null };
    const count = this.shown.tickets().length - this.mismatchedIds().size;
    return by === 1 ? { first: start + count, last: null } : { first: null, last: start - 1 || null };
  }

  /**
   * The position of a row among all matches, from 1. Undefined without a row, for a row that no longer matches, and if the position of the
   * page is unknown.
   * @param index of the row on the page; -1 for none
   */
  placeOf(index: number): number | undefined {
    const [tickets, start, mismatched] = [this.shown.tickets(), this.start(), this.mismatchedIds()];
    const ticket = tickets[index];
    if (!ticket || !start || !this.total() || mismatched.has(ticket.id)) return undefined;
    return start + tickets.slice(0, index).filter(({ id }) => !mismatched.has(id)).length;
  }
}
