import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { PAGE_SIZE_DEFAULT } from '@docket/domain';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import type { PageCursor } from './page-cursor';
import { Ticket } from './ticket.entity';
import { type Count, TicketCount } from './ticket-count';
import { type TicketFilter, applyFilter } from './ticket-filter';
import { type TicketRow, ticketOf } from './ticket-row';

/** Tickets, newest first, and where to go from there. */
export interface TicketPage {
  readonly tickets: readonly Ticket[];
  readonly count: Count;
  /** Where the page after this one begins, when there is one. */
  readonly next?: PageCursor;
  /** Where the page before this one ends, when there is one. */
  readonly prev?: PageCursor;
}

type Query = SelectQueryBuilder<Ticket>;

@Injectable()
export class TicketList {
  constructor(
    @InjectRepository(Ticket) private readonly tickets: Repository<Ticket>,
    private readonly ticketCount: TicketCount,
  ) {}

  /**
   * One page. It is found by the ticket it begins beside, and not by counting from the top, so that tickets which are filed
   * meanwhile shift nothing.
   */
  async page(filter: TicketFilter, limit = PAGE_SIZE_DEFAULT, cursor?: PageCursor): Promise<TicketPage> {
    const [found, count, hasMoreBehind] = await Promise.all([
      this.rows(filter, limit + 1, cursor),
      this.ticketCount.count(filter),
      cursor ? this.existsBehind(filter, cursor) : false,
    ]);
    const hasMoreAhead = found.length > limit;
    const tickets = found.slice(0, limit);
    if (cursor?.direction === 'prev') tickets.reverse();
    const hasNext = cursor?.direction === 'prev' ? hasMoreBehind : hasMoreAhead;
    const hasPrev = cursor?.direction === 'prev' ? hasMoreAhead : hasMoreBehind;
    return {
      tickets,
      count,
      ...(hasNext && { next: beside(tickets.at(-1), 'next', cursor) }),
      ...(hasPrev && { prev: beside(tickets[0], 'prev', cursor) }),
    };
  }

  private async rows(filter: TicketFilter, limit: number, cursor?: PageCursor): Promise<Ticket[]> {
    const query = this.matches(filter)
      .select('ticket.id', 'id')
      .addSelect('ticket.title', 'title')
      .addSelect('ticket.description', 'description')
      .addSelect('ticket.category', 'category')
      .addSelect('ticket.priority', 'priority')
      .addSelect('ticket.status', 'status')
      .addSelect('ticket.createdAt', 'created_at')
      .addSelect('ticket.updatedAt', 'updated_at')
      .addSelect('ticket.version', 'version')
      .limit(limit);
    if (cursor) ahead(query, cursor);
    const order = cursor?.direction === 'prev' ? 'ASC' : 'DESC';
    query.orderBy('ticket.createdAt', order).addOrderBy('ticket.id', order);
    return (await query.getRawMany<TicketRow>()).map(ticketOf);
  }

  /** Whether any ticket lies on the other side of the cursor, where the page does not go: the one it names, or beyond. */
  private async existsBehind(filter: TicketFilter, cursor: PageCursor): Promise<boolean> {
    const query = this.matches(filter).select('1').limit(1);
    return (await behind(query, cursor).getRawOne()) !== undefined;
  }

  private matches(filter: TicketFilter): Query {
    return applyFilter(this.tickets.createQueryBuilder('ticket'), filter);
  }
}

/** The tickets on the side of the cursor that the page covers. */
function ahead(query: Query, { created_at, id, direction }: PageCursor): Query {
  const operator = direction === 'next' ? '<' : '>';
  return query.andWhere(`(ticket.createdAt, ticket.id) ${operator} (:cursorTime, :cursorId)`, place(created_at, id));
}

/** The tickets on the other side, with the one that the cursor names. */
function behind(query: Query, { created_at, id, direction }: PageCursor): Query {
  const operator = direction === 'next' ? '>=' : '<=';
  return query.andWhere(`(ticket.createdAt, ticket.id) ${operator} (:cursorTime, :cursorId)`, place(created_at, id));
}

function place(created_at: string, id: number) {
  return { cursorTime: created_at, cursorId: id };
}

/** A cursor beside a ticket; on a page that turned out empty, one that leads back over the ticket its own cursor names. */
function beside(ticket: Ticket | undefined, direction: PageCursor['direction'], own?: PageCursor): PageCursor {
  if (ticket) return { created_at: ticket.createdAt.toISOString(), id: ticket.id, direction };
  const { created_at = '', id = 0 } = own ?? {};
  return { created_at, id: direction === 'prev' ? id - 1 : id + 1, direction };
}
