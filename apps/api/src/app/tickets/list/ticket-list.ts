import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PageCursor } from '../../platform/database/page-cursor';
import { SqlTextCache } from '../../platform/database/sql-text-cache';
import { Transactions } from '../../platform/database/transactions';
import { Ticket } from '../model/ticket.entity';
import { type TicketPageRow, type TicketRow, selectTicketPage } from '../model/ticket-row';
import { applyOrder, queryParameters, whereRangeAndCursor } from '../query/ticket-conditions';
import type { Direction, TicketQuery } from '../query/ticket-query';
import { TicketSearch } from '../search/ticket-search';
import type { FoundTickets } from './found-tickets';
import { newestByProperty } from './newest-by-property';
import { wantedParameters } from './property-combinations';
import { type Count, TicketCount } from './ticket-count';

/** A page of tickets, newest first, with the cursors of its neighbours. */
export interface TicketPage {
  readonly tickets: readonly TicketRow[];
  readonly count: Count;
  /** The cursor of the next page, with older tickets; undefined on the last page. */
  readonly next?: PageCursor;
  /** The cursor of the previous page, with newer tickets; undefined on the first page. */
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
    const found = (query.isSearch && (await this.ticketSearch.find(query))) || (await this.find(query));
    const tickets = fittingTickets(found.tickets, query.limit);
    const hasMoreForward = found.tickets.length > tickets.length;
    if (query.isReversed) tickets.reverse();
    const [hasNext, hasPrev] = query.isReversed
      ? [found.hasMoreBackward, hasMoreForward]
      : [hasMoreForward, found.hasMoreBackward];
    return {
      tickets,
      count: found.count,
      ...(hasNext && { next: cursorAt(tickets.at(-1), 'next', query, found) }),
      ...(hasPrev && { prev: cursorAt(tickets[0], 'prev', query, found) }),
    };
  }

  /** Reads tickets and totals in one statement: one round trip, one snapshot. */
  private async find(query: TicketQuery): Promise<FoundTickets> {
    const parameters = { ...queryParameters(query), ...wantedParameters(query.filter) };
    const rows = await this.sqlTexts.query<TicketPageRow & PageTotals>(query.sqlKey, parameters, () => {
      const tickets = applyOrder(this.matches(query, 'forward', query.limit + 1), query).limit(query.limit + 1);
      return this.addTotals(selectTicketPage(tickets, query.orderFromCursor('forward')), query);
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
    if (query.hasProperties) return newestByProperty(manager, query, direction, limit);
    return whereRangeAndCursor(manager.createQueryBuilder(Ticket, 'ticket'), query, direction);
  }
}

/** The tickets that fit on a page, by number and by size. */
function fittingTickets(rows: readonly TicketPageRow[], limit: number): TicketRow[] {
  const tickets: TicketRow[] = [];
  for (const { description, ...row } of rows) {
    if (description === null || tickets.length === limit) break;
    tickets.push({ ...row, description });
  }
  return tickets;
}

/** The cursor before all tickets, whatever their time. */
const BEFORE_ALL = { created_at: '9999-12-31T23:59:59.999Z', id: 2_147_483_647 };

/** The cursor at a ticket. On an empty page, the requested cursor shifted by one id, so that its ticket is on the page. */
function cursorAt(
  ticket: TicketRow | undefined,
  direction: PageCursor['direction'],
  { cursor: requested }: TicketQuery,
  { numbered }: FoundTickets,
): PageCursor | undefined {
  if (ticket && ticket.id === numbered) return { ...BEFORE_ALL, direction };
  if (ticket) return { created_at: ticket.created_at, id: ticket.id, direction };
  return requested && { ...requested, id: direction === 'prev' ? requested.id - 1 : requested.id + 1, direction };
}
