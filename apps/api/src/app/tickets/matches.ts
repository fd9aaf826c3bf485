import type { EntityManager } from 'typeorm';
import { type Side, keepPart, orderOf } from './keyset';
import type { PageCursor } from './page-cursor';
import { planSearch } from './search-plan';
import { Ticket } from './ticket.entity';
import { LABEL_COLUMNS, type TicketFilter, applyFilter, keepLabels, keepTexts } from './ticket-filter';

/** A ticket that matches a search, and its place in the list. */
export interface Match {
  readonly id: number;
  /** RFC 3339 in UTC. */
  readonly created_at: string;
}

/**
 * The matches of one search, found in three ways. Each takes at most so many of them, and makes settings for its queries,
 * so all belong in one transaction.
 */
export class Matches {
  constructor(
    private readonly manager: EntityManager,
    private readonly filter: TicketFilter,
    private readonly cursor: PageCursor | undefined,
  ) {}

  /** Any of them, newest first, by an index of texts. */
  async any(limit: number): Promise<Match[]> {
    await planSearch(this.manager, this.filter, 'look-up');
    const any = applyFilter(this.places(), this.filter).limit(limit);
    return this.from(any.getQuery(), 'match')
      .setParameters(any.getParameters())
      .orderBy('match.created_at', 'DESC')
      .addOrderBy('match.id', 'DESC')
      .getRawMany<Match>();
  }

  /** The nearest to the cursor among so many tickets beside it, nearest first, by reading these tickets. */
  async beside(side: Side, limit: number, tickets: number): Promise<Match[]> {
    await planSearch(this.manager, this.filter, 'walk');
    const order = this.orderAway(side);
    const beside = this.placesAway(side).limit(tickets);
    for (const column of [...LABEL_COLUMNS, 'search_text']) beside.addSelect(`ticket.${column}`, column);
    const walk = this.from(beside.getQuery(), 'ticket')
      .setParameters(beside.getParameters())
      .orderBy('ticket.created_at', order)
      .addOrderBy('ticket.id', order)
      .limit(limit);
    return keepTexts(keepLabels(walk, this.filter), this.filter).getRawMany<Match>();
  }

  /** The nearest to the cursor, nearest first, by gathering all that match and sorting them. */
  async gathered(side: Side, limit: number): Promise<Match[]> {
    await planSearch(this.manager, this.filter, 'gather');
    return keepTexts(keepLabels(this.placesAway(side), this.filter), this.filter)
      .limit(limit)
      .getRawMany<Match>();
  }

  /** Whether there are more tickets than so many on a side, be they matches or not. */
  async hasMoreTickets(side: Side, tickets: number): Promise<boolean> {
    const next = this.placesAway(side).offset(tickets).limit(1);
    return (await next.getRawOne()) !== undefined;
  }

  private places() {
    return this.manager
      .createQueryBuilder(Ticket, 'ticket')
      .select('ticket.id', 'id')
      .addSelect('ticket.createdAt', 'created_at');
  }

  /** The tickets of the wanted days. */
  private placesAway(side: Side) {
    const order = this.orderAway(side);
    return keepPart(this.places(), this.filter, side, this.cursor)
      .orderBy('ticket.createdAt', order)
      .addOrderBy('ticket.id', order);
  }

  private from(subquery: string, alias: string) {
    return this.manager
      .createQueryBuilder()
      .select(`${alias}.id`, 'id')
      .addSelect(`${alias}.created_at`, 'created_at')
      .from(`(${subquery})`, alias);
  }

  /** The order that goes away from the cursor, on either side of it. */
  private orderAway(side: Side): 'ASC' | 'DESC' {
    const ahead = orderOf(this.cursor);
    if (side === 'ahead') return ahead;
    return ahead === 'DESC' ? 'ASC' : 'DESC';
  }
}
