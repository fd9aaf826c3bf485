import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { PAGE_SIZE_DEFAULT } from '@docket/domain';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { type Side, inOrder, keepSide } from './keyset';
import { newestByLabel } from './newest-by-label';
import type { PageCursor } from './page-cursor';
import { Ticket } from './ticket.entity';
import { type Count, TicketCount } from './ticket-count';
import { type TicketFilter, hasLabels, isSearch, keepDays } from './ticket-filter';
import { ticketsOf } from './ticket-row';
import { type Found, TicketSearch } from './ticket-search';

/** Tickets, newest first, and where to go from there. */
export interface TicketPage {
  readonly tickets: readonly Ticket[];
  readonly count: Count;
  /** Where the page after this one begins, when there is one. */
  readonly next?: PageCursor;
  /** Where the page before this one ends, when there is one. */
  readonly prev?: PageCursor;
}

@Injectable()
export class TicketList {
  constructor(
    @InjectRepository(Ticket) private readonly tickets: Repository<Ticket>,
    private readonly ticketCount: TicketCount,
    private readonly ticketSearch: TicketSearch,
  ) {}

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

  private async find(filter: TicketFilter, limit: number, cursor?: PageCursor): Promise<Found> {
    const behind = this.matches(filter, 1, 'behind', cursor).select('1').limit(1);
    const [tickets, count, hasMoreBehind] = await Promise.all([
      ticketsOf(inOrder(this.matches(filter, limit, 'ahead', cursor), cursor).limit(limit)),
      this.ticketCount.count(filter),
      cursor ? behind.getRawOne() : undefined,
    ]);
    return { tickets, count, hasMoreBehind: hasMoreBehind !== undefined };
  }

  private matches(filter: TicketFilter, limit: number, side: Side, cursor?: PageCursor): SelectQueryBuilder<Ticket> {
    if (hasLabels(filter)) return newestByLabel(this.tickets, filter, limit, side, cursor);
    return keepSide(keepDays(this.tickets.createQueryBuilder('ticket'), filter), side, cursor);
  }
}

/** A cursor beside a ticket; on a page that turned out empty, one that leads back over the ticket its own cursor names. */
function beside(ticket: Ticket | undefined, direction: PageCursor['direction'], own?: PageCursor): PageCursor {
  if (ticket) return { created_at: ticket.createdAt.toISOString(), id: ticket.id, direction };
  const { created_at = '', id = 0 } = own ?? {};
  return { created_at, id: direction === 'prev' ? id - 1 : id + 1, direction };
}
