import { ID_MAX, type TicketSort } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PageCursor } from '../../platform/database/page-cursor';
import { SqlTextCache } from '../../platform/database/sql-text-cache';
import { Transactions } from '../../platform/database/transactions';
import { Ticket } from '../model/ticket.entity';
import {
  type TicketPageRow,
  type TicketRow,
  hasDescription,
  orderOfPage,
  selectTicketPage,
  toTicketRow,
} from '../model/ticket-row';
import { applyOrder, queryParameters, whereRangeAndCursor, whereRelations } from '../query/ticket-conditions';
import type { Direction, TicketQuery } from '../query/ticket-query';
import { SearchBudget } from '../search/search-budget';
import { TicketSearch } from '../search/ticket-search';
import { NEWEST, OLDEST } from './cursor-ends';
import { findByPriority, rankOf } from './find-by-priority';
import type { FoundTickets } from './found-tickets';
import { nearestOfGroups } from './nearest-of-groups';
import { orderedGroups, wantedParameters } from './ordered-groups';
import { type Count, TicketCount } from './ticket-count';

/** A page of tickets, in the order of the query, with the cursors of its neighbours. */
export interface TicketPage {
  readonly tickets: readonly TicketRow[];
  readonly count: Count;
  /** The cursor of the next page; undefined on the last page. */
  readonly next?: PageCursor;
  /** The cursor of the previous page; undefined on the first page. */
  readonly prev?: PageCursor;
}

/** Totals, repeated on every row of a page. */
interface PageTotals {
  readonly total: number;
  readonly has_more_backward: boolean;
}

@Injectable()
export class TicketList {
  private readonly sqlTexts: SqlTextCache;

  constructor(
    private readonly transactions: Transactions,
    private readonly ticketCount: TicketCount,
    private readonly ticketSearch: TicketSearch,
  ) {
    this.sqlTexts = new SqlTextCache(transactions);
  }

  /**
   * Reads one page by keyset pagination: without OFFSET, so new tickets do not shift pages.
   * @throws Error for a search inside a READ COMMITTED transaction, because a search needs one snapshot
   */
  async page(query: TicketQuery): Promise<TicketPage> {
    const found = query.sort === 'priority' ? await this.findByPriority(query) : await this.findByTime(query);
    const tickets = fittingTickets(found.tickets, query.limit);
    const hasMoreTickets = found.tickets.length > tickets.length;
    // If a search ran out of time before the page was full, the next page begins at the last searched day.
    const searchedTo = hasMoreTickets ? undefined : found.searchedTo;
    const hasMoreForward = hasMoreTickets || searchedTo !== undefined;
    if (query.isReversed) tickets.reverse();
    const [hasNext, hasPrev] = query.isReversed
      ? [found.hasMoreBackward, hasMoreForward]
      : [hasMoreForward, found.hasMoreBackward];
    const cursor = (ticket: TicketRow | undefined, direction: PageCursor['direction']) =>
      searchedTo && (direction === 'prev') === query.isReversed
        ? { ...searchedTo, direction }
        : cursorAt(ticket, direction, query, found);
    return {
      tickets,
      count: found.count,
      ...(hasNext && { next: cursor(tickets.at(-1), 'next') }),
      ...(hasPrev && { prev: cursor(tickets[0], 'prev') }),
    };
  }

  private findByPriority(query: TicketQuery): Promise<FoundTickets> {
    return this.transactions.run(async () => {
      const budget = new SearchBudget();
      const found = await findByPriority(query, (part) => this.findByTime(part, budget));
      // Counters may see more of the whole list than of its parts.
      const isCounted = !query.isSearch && !query.needsSearchIndex;
      return isCounted ? { ...found, count: await this.count(query) } : found;
    }, 'REPEATABLE READ');
  }

  private async count(query: TicketQuery): Promise<Count> {
    return this.ticketCount.toCount(query, (await this.totals(query))?.total ?? 0);
  }

  private async findByTime(query: TicketQuery, budget?: SearchBudget): Promise<FoundTickets> {
    const isSearched = query.isSearch || query.needsSearchIndex;
    return (isSearched && (await this.ticketSearch.find(query, budget))) || (await this.find(query));
  }

  /** Reads tickets and totals in one statement: one round trip, one snapshot. */
  private async find(query: TicketQuery): Promise<FoundTickets> {
    const parameters = { ...queryParameters(query), ...wantedParameters(query.filter) };
    const rows = await this.sqlTexts.query<TicketPageRow & PageTotals>(query.sqlKey, parameters, () => {
      const tickets = applyOrder(this.matches(query, 'forward', query.limit + 1), query).limit(query.limit + 1);
      return this.addTotals(selectTicketPage(tickets, orderOfPage(query.orderFromCursor('forward'))), query);
    });
    const totals = rows[0] ?? (await this.totals(query));
    return {
      tickets: rows,
      hasMoreBackward: totals?.has_more_backward ?? false,
      count: this.ticketCount.toCount(query, totals?.total ?? 0),
    };
  }

  /** The totals of an empty page, which has no row to carry them. */
  private totals(query: TicketQuery): Promise<PageTotals | undefined> {
    const oneRow = this.transactions.manager.createQueryBuilder().select('1').from('(SELECT 1)', 'one_row');
    return this.transactions.statement(() => this.addTotals(oneRow, query).getRawOne<PageTotals>());
  }

  private addTotals<T extends ObjectLiteral>(
    builder: SelectQueryBuilder<T>,
    query: TicketQuery,
  ): SelectQueryBuilder<T> {
    const count = this.ticketCount.countQuery(query);
    builder.addSelect(`(${count.getQuery()})`, 'total').setParameters(count.getParameters());
    if (!query.cursor) return builder.addSelect('false', 'has_more_backward');
    // Not EXISTS: it drops the ORDER BY and misses the index.
    const backward = applyOrder(this.matches(query, 'backward', 1), query)
      .select('1')
      .limit(1);
    return builder
      .addSelect(`(${backward.getQuery()}) IS NOT NULL`, 'has_more_backward')
      .setParameters(backward.getParameters());
  }

  private matches(query: TicketQuery, direction: Direction, limit: number): SelectQueryBuilder<Ticket> {
    const { manager } = this.transactions;
    const groups = orderedGroups(query.filter);
    if (groups) return nearestOfGroups(manager, groups, query, direction, limit);
    const tickets = whereRangeAndCursor(manager.createQueryBuilder(Ticket, 'ticket'), query, direction);
    return whereRelations(tickets, query.filter, 'prevent');
  }
}

/** The tickets that fit on a page, by number and by size. */
function fittingTickets(rows: readonly TicketPageRow[], limit: number): TicketRow[] {
  const tickets: TicketRow[] = [];
  for (const row of rows) {
    if (!hasDescription(row) || tickets.length === limit) break;
    tickets.push(toTicketRow(row));
  }
  return tickets;
}

/** The cursor at a ticket. On an empty page: the requested cursor, shifted by one id, so that its ticket is on the page. */
function cursorAt(
  ticket: TicketRow | undefined,
  direction: PageCursor['direction'],
  { cursor: requested, sort }: TicketQuery,
  { numbered }: FoundTickets,
): PageCursor | undefined {
  const rank = ticket && sort === 'priority' ? { rank: rankOf(ticket.priority) } : {};
  if (ticket && ticket.id === numbered) return { ...cursorAtFirst(ticket, sort, direction), direction };
  if (ticket) return { created_at: ticket.created_at, id: ticket.id, ...rank, direction };
  const towardsNewer = (direction === 'prev') === (sort !== 'oldest');
  if (!requested) return undefined;
  const id = towardsNewer ? Math.max(0, requested.id - 1) : Math.min(ID_MAX, requested.id + 1);
  return { ...requested, id, direction };
}

/** The cursor key next to a ticket that comes first because the search is its number. */
function cursorAtFirst({ priority }: TicketRow, sort: TicketSort, direction: PageCursor['direction']) {
  if (sort !== 'priority') return sort === 'oldest' ? OLDEST : NEWEST;
  const rank = rankOf(priority);
  return direction === 'next' ? { ...NEWEST, rank } : { ...OLDEST, rank: rank + 1 };
}
