import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { TicketDayCount } from '../counters/ticket-day-count.entity';
import { type DayCount, type DayWindow, sizeOf } from './day-windows';
import { type Side, isOlder, keepPart, keepSide } from '../query/keyset';
import type { PageCursor } from '../query/page-cursor';
import { type DaySpan, isKnown, keepFound } from './search-index';
import { type SearchPlan, planSearch } from './search-plan';
import { LABEL_COLUMNS, type TicketFilter, keepDays, keepLabels, keepTexts } from '../query/ticket-filter';
import { Ticket } from '../model/ticket.entity';

/** A ticket that matches a search, and its place in the list. */
export interface Match {
  readonly id: number;
  /** RFC 3339 in UTC. */
  readonly created_at: string;
}

/** Fewer tickets than these are read sooner by one process than by several, which have to be started. */
const READ_BY_ONE = 50_000;

/**
 * The matches of one search, found in several ways. Each takes at most so many of them, and makes settings for its queries,
 * so all belong in one transaction.
 */
export class Matches {
  private planned?: SearchPlan;

  constructor(
    private readonly manager: EntityManager,
    private readonly filter: TicketFilter,
    private readonly cursor: PageCursor | undefined,
  ) {}

  /** Whether the index of searches knows what is looked for; if not, all tickets have to be read. */
  get isIndexed(): boolean {
    return isKnown(this.filter);
  }

  /**
   * The nearest to the cursor among so many tickets beside it, nearest first, by reading these tickets.
   * @param day the only one whose tickets count, when there is one
   */
  async beside(side: Side, limit: number, tickets: number, day?: DayCount): Promise<Match[]> {
    await this.plan('walk');
    const filter = day ? { ...this.filter, created_from: day.day, created_to: day.day } : this.filter;
    const order = this.orderAway(side);
    const beside = keepPart(this.places(), filter, side, this.cursor)
      .orderBy('ticket.createdAt', order)
      .addOrderBy('ticket.id', order)
      .limit(tickets);
    for (const column of [...LABEL_COLUMNS, 'search_text']) beside.addSelect(`ticket.${column}`, column);
    const walk = this.manager
      .createQueryBuilder()
      .select('ticket.id', 'id')
      .addSelect('ticket.created_at', 'created_at')
      .from(`(${beside.getQuery()})`, 'ticket')
      .setParameters(beside.getParameters())
      .orderBy('ticket.created_at', order)
      .addOrderBy('ticket.id', order)
      .limit(limit);
    return keepTexts(keepLabels(walk, filter), filter).getRawMany<Match>();
  }

  /** Any of those on some days and on a side, in no order. */
  async any(side: Side, window: DayWindow, limit: number): Promise<Match[]> {
    const query = await this.onDays(side, window);
    return query.limit(limit).getRawMany<Match>();
  }

  /** The nearest to the cursor of those on some days and on a side, nearest first, by gathering all of them and sorting them. */
  async nearest(side: Side, window: DayWindow, limit: number): Promise<Match[]> {
    const query = await this.onDays(side, window);
    const order = this.orderAway(side);
    return query.orderBy('ticket.createdAt', order).addOrderBy('ticket.id', order).limit(limit).getRawMany<Match>();
  }

  /** The wanted days on a side on which tickets were filed, nearest to the cursor first; the cursor's own day is on both sides. */
  days(side: Side): Promise<DayCount[]> {
    const { created_from: from, created_to: to } = this.filter;
    const query = this.manager
      .createQueryBuilder()
      .select(`to_char(day.day, 'YYYY-MM-DD')`, 'day')
      .addSelect('SUM(day.tickets)::int', 'tickets')
      .from(TicketDayCount, 'day')
      .groupBy('day.day')
      .having('SUM(day.tickets) > 0')
      .orderBy('day.day', this.orderAway(side));
    if (from) query.andWhere('day.day >= :from', { from });
    if (to) query.andWhere('day.day <= :to', { to });
    const own = this.cursor?.created_at.slice(0, 10);
    if (own) query.andWhere(`day.day ${isOlder(side, this.cursor) ? '<=' : '>='} :own`, { own });
    return query.getRawMany<DayCount>();
  }

  private async onDays(side: Side, window: DayWindow): Promise<SelectQueryBuilder<Ticket>> {
    const days = spanOf(window);
    if (this.isIndexed) {
      await this.plan('look-up');
      return keepFound(keepSide(this.places(), side, this.cursor, 'checked'), this.filter, days);
    }
    await this.plan(sizeOf(window) <= READ_BY_ONE ? 'walk' : 'read');
    const read = keepDays(this.places(), { created_from: days.first, created_to: days.last });
    return keepTexts(keepSide(read, side, this.cursor, 'checked'), this.filter);
  }

  private async plan(plan: SearchPlan): Promise<void> {
    if (plan !== this.planned) await planSearch(this.manager, plan);
    this.planned = plan;
  }

  private places(): SelectQueryBuilder<Ticket> {
    return this.manager
      .createQueryBuilder(Ticket, 'ticket')
      .select('ticket.id', 'id')
      .addSelect('ticket.createdAt', 'created_at');
  }

  /** The order that goes away from the cursor, on either side of it. */
  private orderAway(side: Side): 'ASC' | 'DESC' {
    return isOlder(side, this.cursor) ? 'DESC' : 'ASC';
  }
}

function spanOf(window: DayWindow): DaySpan {
  const [one, other] = [window[0].day, window.at(-1)?.day ?? window[0].day];
  return one < other ? { first: one, last: other } : { first: other, last: one };
}
