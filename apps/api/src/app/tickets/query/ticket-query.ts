import { PAGE_SIZE_DEFAULT, type TicketPriority, type TicketSort } from '@docket/domain';
import type { PageCursor } from '../../platform/database/page-cursor';
import { type TicketFilter, filteredProperties, filteredRelations } from './ticket-filter';

/** `forward`: beyond the cursor, as the page reads; `backward`: the opposite way, including the cursor's own ticket. */
export type Direction = 'forward' | 'backward';

/** The parts of a {@link TicketQuery}; an absent one has no effect. */
export interface TicketQueryParts {
  readonly filter?: TicketFilter;
  /** Words and "quoted phrases", all of which must occur. */
  readonly search?: string;
  readonly sort?: TicketSort;
  readonly cursor?: PageCursor;
  /** Maximum page size. */
  readonly limit?: number;
}

/**
 * An immutable query for one page of tickets: filter, search text, order, cursor and limit. The list, the search, the counts and the cache
 * of SQL text all use it, so none of them can miss a filter.
 */
export class TicketQuery {
  readonly filter: TicketFilter;
  /** The search as typed. The database folds it and {@link searchTerms} splits it. */
  readonly search: string;
  readonly sort: TicketSort;
  readonly cursor: PageCursor | undefined;
  readonly limit: number;

  constructor({ filter = {}, search = '', sort = 'newest', cursor, limit = PAGE_SIZE_DEFAULT }: TicketQueryParts = {}) {
    this.filter = withoutUndefined(filter);
    this.search = search;
    this.sort = sort;
    this.cursor = cursor;
    this.limit = limit;
    Object.freeze(this);
  }

  get isSearch(): boolean {
    return /[^\s"]/.test(this.search);
  }

  get hasProperties(): boolean {
    return filteredProperties(this.filter).length > 0;
  }

  get hasRelations(): boolean {
    return filteredRelations(this.filter).length > 0;
  }

  /**
   * Whether only the search index finds the tickets fast, even without a search text: for tags, and for an assignee or a team with more
   * filters than the status. No other index has these in list order. A requester has few tickets, so the index by requester suffices.
   */
  get needsSearchIndex(): boolean {
    const { assignees, teams, requesters, tags, category, priority } = this.filter;
    if (requesters) return false;
    if (tags) return true;
    return assignees && teams ? true : Boolean(assignees ?? teams) && Boolean(category ?? priority);
  }

  get hasDateRange(): boolean {
    return this.filter.createdFrom !== undefined || this.filter.createdTo !== undefined;
  }

  /** Whether the page is read backwards, towards the start of the list. */
  get isReversed(): boolean {
    return this.cursor?.direction === 'prev';
  }

  /** The UTC day of the cursor's ticket, `YYYY-MM-DD`. */
  get cursorDay(): string | undefined {
    return this.cursor?.created_at.slice(0, 10);
  }

  /** Whether a direction leads to older tickets. */
  isOlder(direction: Direction): boolean {
    return ((direction === 'forward') !== this.isReversed) === (this.sort !== 'oldest');
  }

  /** The sort order by time that moves away from the cursor. */
  orderFromCursor(direction: Direction): 'ASC' | 'DESC' {
    return this.isOlder(direction) ? 'DESC' : 'ASC';
  }

  /**
   * The bound of the day range that is tighter than the cursor in a direction; undefined if none is. With two bounds on one end of
   * an index, PostgreSQL may start at the looser one and read all entries up to the tighter one.
   */
  boundTighterThanCursor(direction: Direction): 'createdFrom' | 'createdTo' | undefined {
    const { createdFrom, createdTo } = this.filter;
    if (!this.cursorDay) return undefined;
    if (this.isOlder(direction)) return createdTo !== undefined && this.cursorDay > createdTo ? 'createdTo' : undefined;
    return createdFrom !== undefined && this.cursorDay < createdFrom ? 'createdFrom' : undefined;
  }

  /** The tickets of one priority, newest first, from a cursor on. */
  withPriority(priority: TicketPriority, cursor: PageCursor | undefined, limit: number): TicketQuery {
    return new TicketQuery({
      ...this,
      filter: { ...this.filter, priority: [priority] },
      sort: 'newest',
      cursor,
      limit,
    });
  }

  /** The same query on one UTC day. */
  withDay(day: string): TicketQuery {
    return new TicketQuery({ ...this, filter: { ...this.filter, createdFrom: day, createdTo: day } });
  }

  /**
   * Cache key of the SQL text: queries with the same key differ only in parameter values. It contains the names of the filters, so a new
   * filter gets its own key, and the number of tag groups, because each group is a condition.
   */
  get sqlKey(): string {
    const bounds = this.cursor && [
      this.cursor.direction,
      this.boundTighterThanCursor('forward'),
      this.boundTighterThanCursor('backward'),
    ];
    return JSON.stringify([this.sort, Object.keys(this.filter).sort(), this.filter.tags?.length, bounds, this.limit]);
  }
}

function withoutUndefined(filter: TicketFilter): TicketFilter {
  return Object.freeze(Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)));
}
