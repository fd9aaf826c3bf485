import { PROPERTY_NAMES } from '@docket/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { readWithin } from '../../platform/database/read-within';
import { TicketDayCount } from '../counters/ticket-day-count.entity';
import { Ticket } from '../model/ticket.entity';
import {
  applyOrder,
  whereBeyondCursor,
  whereCreatedBetween,
  whereMatchesSearch,
  whereProperties,
  whereRangeAndCursor,
  whereRelations,
} from '../query/ticket-conditions';
import type { Direction, TicketQuery } from '../query/ticket-query';
import { type DayCount, type DayWindow, windowSize } from './day-windows';
import { type DaySpan, isIndexed, whereFoundByIndex } from './search-index';
import type { SearchText } from './search-text';
import { type SearchPlan, applySearchPlan } from './search-plan';

/** The key of a ticket that matches a search. */
export interface Match {
  readonly id: number;
  /** RFC 3339 in UTC. */
  readonly created_at: string;
}

/** The columns that the conditions of a filter read. */
const FILTERED_COLUMNS = [...PROPERTY_NAMES, 'assignee_id', 'team_id', 'requester_id', 'tags'];

/** Up to this number of tickets, one process is faster than several, which PostgreSQL has to start. */
const MAX_SINGLE_PROCESS_TICKETS = 50_000;

/**
 * Reads the matches of one search. Each method changes the planner's settings for its own queries, so a scan belongs to one
 * transaction.
 */
export class SearchScan {
  private appliedPlan?: SearchPlan;

  /** @param excludedId a ticket that is never a match, because it is listed separately */
  constructor(
    private readonly manager: EntityManager,
    readonly query: TicketQuery,
    private readonly search: SearchText,
    private readonly excludedId?: number,
  ) {}

  /** Whether the search index narrows this search; otherwise every ticket has to be read. */
  get isIndexed(): boolean {
    return isIndexed(this.query, this.search);
  }

  /**
   * Reads tickets in list order from the cursor and returns those that match, the nearest first.
   * @param limit maximum number of matches
   * @param scanLimit maximum number of tickets to read
   * @param day restricts the scan to one UTC day
   */
  async scanFromCursor(direction: Direction, limit: number, scanLimit: number, day?: DayCount): Promise<Match[]> {
    await this.applyPlan('ordered-index');
    const query = day ? this.query.withDay(day.day) : this.query;
    const order = query.orderFromCursor(direction);
    const nearest = applyOrder(whereRangeAndCursor(this.keys(), query, direction), query, direction).limit(scanLimit);
    for (const column of FILTERED_COLUMNS) nearest.addSelect(`ticket.${column}`, column);
    if (this.search.terms.length) nearest.addSelect(this.search.form.text, 'searched_text');
    const matches = this.manager
      .createQueryBuilder()
      .select('ticket.id', 'id')
      .addSelect('ticket.created_at', 'created_at')
      .from(`(${nearest.getQuery()})`, 'ticket')
      .setParameters(nearest.getParameters())
      .orderBy('ticket.created_at', order)
      .addOrderBy('ticket.id', order)
      .limit(limit);
    whereMatchesSearch(matches, 'ticket.searched_text', this.search.terms);
    return whereRelations(whereProperties(matches, query.filter), query.filter).getRawMany<Match>();
  }

  /**
   * Returns up to `limit` matches in a window of days, in any order.
   * @param maxMs maximum duration in milliseconds; the result is undefined if reading takes longer
   */
  async findInWindow(
    direction: Direction,
    window: DayWindow,
    limit: number,
    maxMs = Infinity,
  ): Promise<Match[] | undefined> {
    const matches = (await this.matchesInWindow(direction, window)).limit(limit);
    if (maxMs === Infinity) return matches.getRawMany<Match>();
    return readWithin(this.manager, maxMs, () => matches.getRawMany<Match>());
  }

  /** Returns the `limit` matches in a window of days that are nearest to the cursor, the nearest first. Sorts all matches. */
  async findNearest(direction: Direction, window: DayWindow, limit: number): Promise<Match[]> {
    const matches = await this.matchesInWindow(direction, window);
    return applyOrder(matches, this.query, direction).limit(limit).getRawMany<Match>();
  }

  /** The filtered days with tickets in a direction, the nearest to the cursor first. Both directions include the cursor's day. */
  days(direction: Direction): Promise<DayCount[]> {
    const { createdFrom, createdTo } = this.query.filter;
    const days = this.manager
      .createQueryBuilder()
      .select(`to_char(day.day, 'YYYY-MM-DD')`, 'day')
      .addSelect('SUM(day.tickets)::int', 'tickets')
      .from(TicketDayCount, 'day')
      .groupBy('day.day')
      .having('SUM(day.tickets) > 0')
      .orderBy('day.day', this.query.orderFromCursor(direction));
    if (createdFrom !== undefined) days.andWhere('day.day >= :createdFrom', { createdFrom });
    if (createdTo !== undefined) days.andWhere('day.day <= :createdTo', { createdTo });
    const { cursorDay } = this.query;
    if (cursorDay) days.andWhere(`day.day ${this.query.isOlder(direction) ? '<=' : '>='} :cursorDay`, { cursorDay });
    return days.getRawMany<DayCount>();
  }

  private async matchesInWindow(direction: Direction, window: DayWindow): Promise<SelectQueryBuilder<Ticket>> {
    const days = spanOf(window);
    const keys = whereBeyondCursor(this.keys(), this.query, direction, 'prevent');
    if (this.isIndexed) {
      await this.applyPlan('search-index');
      return whereFoundByIndex(keys, this.query, this.search, days);
    }
    await this.applyPlan(windowSize(window) <= MAX_SINGLE_PROCESS_TICKETS ? 'ordered-index' : 'full-scan');
    whereCreatedBetween(keys, { createdFrom: days.first, createdTo: days.last });
    whereRelations(whereProperties(keys, this.query.filter), this.query.filter, 'prevent');
    return whereMatchesSearch(keys, this.search.form.text, this.search.terms);
  }

  private async applyPlan(plan: SearchPlan): Promise<void> {
    if (plan !== this.appliedPlan) await applySearchPlan(this.manager, plan);
    this.appliedPlan = plan;
  }

  private keys(): SelectQueryBuilder<Ticket> {
    const keys = this.manager
      .createQueryBuilder(Ticket, 'ticket')
      .select('ticket.id', 'id')
      .addSelect('ticket.createdAt', 'created_at');
    if (this.excludedId !== undefined) keys.andWhere('ticket.id <> :excludedId', { excludedId: this.excludedId });
    return keys;
  }
}

function spanOf(window: DayWindow): DaySpan {
  const [one, other] = [window[0].day, window.at(-1)?.day ?? window[0].day];
  return one < other ? { first: one, last: other } : { first: other, last: one };
}
