import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { type Side, inOrder, keepPart, orderOf } from './keyset';
import { newestByLabel } from './newest-by-label';
import type { PageCursor } from './page-cursor';
import { type SearchPlan, planSearch } from './search-plan';
import { hasIndexedWord, searchTerms } from './search-terms';
import { Ticket } from './ticket.entity';
import type { TicketCount } from './ticket-count';
import { LABEL_COLUMNS, type TicketFilter, hasLabels, keepDays, keepLabels, keepTexts } from './ticket-filter';

/** A ticket that matches a search, and its place in the list. */
export interface Match {
  readonly id: number;
  /** RFC 3339 in UTC. */
  readonly created_at: string;
}

/**
 * How many tickets with the wanted labels are worth which index. So few are read, in 40 ms of work, whatever the text is; so
 * many more are intersected with what the index of texts has; and the labels of still more are only checked.
 */
export const LABELLED = { few: 20_000, some: 100_000 };

/**
 * The matches of one search, found in several ways. Each takes at most so many of them, and makes settings for its queries,
 * so all belong in one transaction.
 */
export class Matches {
  private labelledCount?: number;

  constructor(
    private readonly manager: EntityManager,
    private readonly filter: TicketFilter,
    private readonly cursor: PageCursor | undefined,
    private readonly ticketCount: TicketCount,
  ) {}

  /** Whether few tickets have the wanted labels, so that {@link any} and {@link gathered} read just these. */
  async areAmongFew(): Promise<boolean> {
    return (this.labelledCount ??= await this.countLabelled()) <= LABELLED.few;
  }

  /** Any of them, newest first. */
  async any(limit: number): Promise<Match[]> {
    const any = (await this.byIndex('look-up', keepDays(this.places(), this.filter))).limit(limit);
    return this.from(any.getQuery(), 'match')
      .setParameters(any.getParameters())
      .orderBy('match.created_at', 'DESC')
      .addOrderBy('match.id', 'DESC')
      .getRawMany<Match>();
  }

  /** The nearest to the cursor among so many tickets beside it, nearest first, by reading these tickets. */
  async beside(side: Side, limit: number, tickets: number): Promise<Match[]> {
    await planSearch(this.manager, 'walk');
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

  /** Those on a side among so many tickets there that have the wanted labels. */
  async labelled(side: Side, limit: number, tickets: number): Promise<Match[]> {
    await planSearch(this.manager, 'walk');
    const labelled = newestByLabel(this.manager.getRepository(Ticket), this.filter, tickets, side, this.cursor);
    return keepTexts(inOrder(selectPlace(labelled), this.cursor), this.filter)
      .limit(limit)
      .getRawMany<Match>();
  }

  /** The nearest to the cursor, nearest first, by gathering all that match and sorting them. */
  async gathered(side: Side, limit: number): Promise<Match[]> {
    return (await this.byIndex('gather', this.placesAway(side))).limit(limit).getRawMany<Match>();
  }

  /** Whether there are more tickets than so many on a side, be they matches or not. */
  async hasMoreTickets(side: Side, tickets: number): Promise<boolean> {
    const next = this.placesAway(side).offset(tickets).limit(1);
    return (await next.getRawOne()) !== undefined;
  }

  get hasLabels(): boolean {
    return hasLabels(this.filter);
  }

  get hasIndexedWord(): boolean {
    return hasIndexedWord(searchTerms(this.filter.search ?? ''));
  }

  private async byIndex(plan: SearchPlan, query: SelectQueryBuilder<Ticket>): Promise<SelectQueryBuilder<Ticket>> {
    const areFew = await this.areAmongFew();
    const useOfLabels = (this.labelledCount ?? Infinity) <= LABELLED.some ? 'indexed' : 'checked';
    await planSearch(this.manager, plan, areFew ? undefined : this.filter);
    return keepTexts(keepLabels(query, this.filter, useOfLabels), this.filter, areFew ? 'checked' : 'indexed');
  }

  private async countLabelled(): Promise<number> {
    if (!this.hasLabels) return Infinity;
    const { category, priority, status } = this.filter;
    const count = this.ticketCount.query({ category, priority, status }).getQueryAndParameters();
    const [row] = await this.manager.query<{ total: number }[]>(...count);
    return row?.total ?? 0;
  }

  private places() {
    return selectPlace(this.manager.createQueryBuilder(Ticket, 'ticket'));
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

function selectPlace(query: SelectQueryBuilder<Ticket>): SelectQueryBuilder<Ticket> {
  return query.select('ticket.id', 'id').addSelect('ticket.createdAt', 'created_at');
}
