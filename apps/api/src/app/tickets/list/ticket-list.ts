import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { PAGE_SIZE_DEFAULT } from '@docket/domain';
import { type ObjectLiteral, Repository, type SelectQueryBuilder } from 'typeorm';
import { SqlTextCache } from '../../platform/database/sql-text-cache';
import { type Side, besideDays, cursorPlace, inOrder, keepPart } from '../query/keyset';
import { wantedLabels } from './property-combinations';
import { newestByLabel } from './newest-by-property';
import type { PageCursor } from '../query/page-cursor';
import { Ticket } from '../model/ticket.entity';
import { type Count, TicketCount } from './ticket-count';
import { type TicketFilter, dayTimes, hasLabels, isSearch } from '../query/ticket-filter';
import { type TicketRow, selectTicketRow } from '../model/ticket-row';
import { type Found, TicketSearch } from '../search/ticket-search';

/** Tickets, newest first, and where to go from there. */
export interface TicketPage {
  readonly tickets: readonly TicketRow[];
  readonly count: Count;
  /** Where the page after this one begins, when there is one. */
  readonly next?: PageCursor;
  /** Where the page before this one ends, when there is one. */
  readonly prev?: PageCursor;
}

/** What each row of a page says about the whole list. */
interface Figures {
  readonly total: number;
  readonly has_more_behind: boolean;
}

/** What the text of a query depends on, beside the place of the cursor and the limit: which of the filters there are. */
const FILTERS = ['category', 'priority', 'status', 'created_from', 'created_to'] as const;

@Injectable()
export class TicketList {
  private readonly queries: SqlTextCache;

  constructor(
    @InjectRepository(Ticket) private readonly tickets: Repository<Ticket>,
    private readonly ticketCount: TicketCount,
    private readonly ticketSearch: TicketSearch,
  ) {
    this.queries = new SqlTextCache(tickets.manager);
  }

  /**
   * One page. It is found by the ticket it begins beside, and not by counting from the top, so that tickets which are filed
   * meanwhile shift nothing.
   */
  async page(filter: TicketFilter, limit = PAGE_SIZE_DEFAULT, cursor?: PageCursor): Promise<TicketPage> {
    const found = isSearch(filter)
      ? await this.ticketSearch.find(filter, limit + 1, cursor)
      : await this.find(filter, limit + 1, cursor);
    const hasMoreAhead = found.tickets.length > limit;
    const tickets = found.tickets.slice(0, limit);
    if (cursor?.direction === 'prev') tickets.reverse();
    const hasNext = cursor?.direction === 'prev' ? found.hasMoreBehind : hasMoreAhead;
    const hasPrev = cursor?.direction === 'prev' ? hasMoreAhead : found.hasMoreBehind;
    return {
      tickets,
      count: found.count,
      ...(hasNext && { next: beside(tickets.at(-1), 'next', cursor) }),
      ...(hasPrev && { prev: beside(tickets[0], 'prev', cursor) }),
    };
  }

  /** One query, so that tickets and count are of one snapshot, and a page costs one trip. */
  private async find(filter: TicketFilter, limit: number, cursor?: PageCursor): Promise<Found> {
    const place = cursor && [cursor.direction, ...Object.values(besideDays(filter, cursor))];
    const shape = [...FILTERS.filter((name) => filter[name]), place, limit].join(' ');
    const values = { ...filter, ...wantedLabels(filter), ...dayTimes(filter), ...cursorPlace(cursor) };
    const rows = await this.queries.rows<TicketRow & Figures>(shape, values, () =>
      this.addFigures(
        selectTicketRow(inOrder(this.matches(filter, limit, 'ahead', cursor), cursor).limit(limit)),
        filter,
        cursor,
      ),
    );
    const [figures] = rows.length ? rows : [await this.figures(filter, cursor)];
    return {
      tickets: rows,
      hasMoreBehind: figures?.has_more_behind ?? false,
      count: this.ticketCount.of(filter, figures?.total ?? 0),
    };
  }

  /** What an empty page has no row to say it in. */
  private figures(filter: TicketFilter, cursor?: PageCursor): Promise<Figures | undefined> {
    const nothing = this.tickets.manager.createQueryBuilder().select('1').from('(SELECT 1)', 'nothing');
    return this.addFigures(nothing, filter, cursor).getRawOne<Figures>();
  }

  private addFigures<T extends ObjectLiteral>(
    query: SelectQueryBuilder<T>,
    filter: TicketFilter,
    cursor?: PageCursor,
  ): SelectQueryBuilder<T> {
    const count = this.ticketCount.query(filter);
    query.addSelect(`(${count.getQuery()})`, 'total').setParameters(count.getParameters());
    if (!cursor) return query.addSelect('false', 'has_more_behind');
    // And not EXISTS, which forgets the order, and with it the index: it would read the table from its beginning.
    const behind = inOrder(this.matches(filter, 1, 'behind', cursor), cursor)
      .select('1')
      .limit(1);
    return query
      .addSelect(`(${behind.getQuery()}) IS NOT NULL`, 'has_more_behind')
      .setParameters(behind.getParameters());
  }

  private matches(filter: TicketFilter, limit: number, side: Side, cursor?: PageCursor): SelectQueryBuilder<Ticket> {
    if (hasLabels(filter)) return newestByLabel(this.tickets, filter, limit, side, cursor);
    return keepPart(this.tickets.createQueryBuilder('ticket'), filter, side, cursor);
  }
}

/** A cursor beside a ticket; on a page that turned out empty, one that leads back over the ticket its own cursor names. */
function beside(ticket: TicketRow | undefined, direction: PageCursor['direction'], own?: PageCursor): PageCursor {
  if (ticket) return { created_at: ticket.created_at, id: ticket.id, direction };
  const { created_at = '', id = 0 } = own ?? {};
  return { created_at, id: direction === 'prev' ? id - 1 : id + 1, direction };
}
