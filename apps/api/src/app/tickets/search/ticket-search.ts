import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import { endOfDay } from '../list/cursor-ends';
import { type Count, COUNT_LIMIT } from '../list/ticket-count';
import type { FoundTickets } from '../list/found-tickets';
import { Ticket } from '../model/ticket.entity';
import { type PinnedTicket, type TicketPageRow, orderOfPage, selectTicketPage } from '../model/ticket-row';
import { ticketNumber } from '../query/search-terms';
import { whereCreatedBetween, whereProperties, whereRelations } from '../query/ticket-conditions';
import type { Direction, TicketQuery } from '../query/ticket-query';
import { type DayWindow, WINDOW_LIMITS, nextWindowSize, windowSize, splitWindow, takeWindow } from './day-windows';
import { SearchBudget } from './search-budget';
import { resetSearchPlan } from './search-plan';
import { type Match, SearchScan } from './search-scan';
import { SearchFolding } from './search-text';

/** A search stops at one more match than it counts exactly. */
const MATCH_CAP = COUNT_LIMIT + 1;

/** Maximum number of tickets that a scan reads in list order, at 1 to 2 µs each. */
export const SCAN_LIMITS = {
  /** In the first step of a search, which fills the page if every twentieth ticket matches. */
  first: 1000,
  /** On one day with many matches. If the scan finds too few, the search sorts all of them. */
  day: 20_000,
};

@Injectable()
export class TicketSearch {
  private readonly folding = new SearchFolding();

  constructor(private readonly transactions: Transactions) {}

  /**
   * Finds the tickets of a search, or of a filter that needs the search index, in one snapshot, up to one more than fits on the page.
   * If the search is the number of a ticket, that ticket comes before all others.
   *
   * For a rare text, the search index and a sort are fast. For a frequent text, the ordered index is fast. Each is slow for the other
   * kind, and PostgreSQL's estimate of a text's frequency is unreliable. The search therefore queries the search index for a few
   * days at a time, starting at the cursor, and stops at MATCH_CAP, which a frequent text reaches soon, or when its time is over.
   * @returns undefined if folding leaves nothing to search for, for example of invisible characters
   */
  find(query: TicketQuery, budget = new SearchBudget()): Promise<FoundTickets | undefined> {
    const hasJoined = this.transactions.isRunning;
    return this.transactions.run(async (manager) => {
      const text = await this.folding.fold(manager, query.search);
      if (!text.terms.length && !query.needsSearchIndex) return undefined;
      const numbered = await findNumbered(manager, query, ticketNumber(text.terms));
      const scan = new SearchScan(manager, query, text, numbered?.id);
      const forward = await findMatches(scan, budget, 'forward', query.limit + 1, MATCH_CAP);
      const restOfCap = Math.max(1, MATCH_CAP - forward.count);
      const backward = query.cursor && (await findMatches(scan, budget, 'backward', 0, restOfCap));
      const page = inListOrder(forward.matches, query.isOlder('forward')).slice(0, query.limit + 1);
      // The first ticket of the list: on the page without a cursor, or behind the last match of a page that is read backwards.
      if (numbered && !query.cursor) page.unshift(numbered);
      if (numbered && query.isReversed && forward.stoppedOn === undefined) page.push(numbered);
      const tickets = await fetchRows(manager, page.slice(0, query.limit + 1), query, numbered?.id);
      if (hasJoined) await resetSearchPlan(manager);
      const { stoppedOn } = forward;
      const isComplete = stoppedOn === undefined && !forward.isCut && !(backward && backward.isCut);
      return {
        tickets,
        hasMoreBackward:
          Boolean(backward && (backward.count > 0 || backward.isCut)) ||
          Boolean(numbered && query.cursor && !query.isReversed),
        count: toCount(forward.count + (backward?.count ?? 0) + (numbered ? 1 : 0), isComplete),
        ...(stoppedOn !== undefined && { searchedTo: endOfDay(stoppedOn, query.isOlder('forward')) }),
        ...(numbered && { numbered: numbered.id }),
      };
    }, 'REPEATABLE READ');
  }
}

/** Number of matches in a direction, up to a cap, and matches in any order that include the requested ones. */
interface Matches {
  readonly count: number;
  readonly matches: readonly Match[];
  /** Whether the time ran out, so that there may be more matches than the count. */
  readonly isCut?: boolean;
  /** The last searched day, `YYYY-MM-DD`, if the time ran out before all requested matches were found. */
  readonly stoppedOn?: string;
}

/**
 * Finds matches in growing windows of days. The count ends at the window that reaches the cap. If the nearest matches are not known
 * by then, the search splits that window and searches its parts. Without enough matches, it stops when the time of the search is over.
 */
async function findMatches(
  scan: SearchScan,
  budget: SearchBudget,
  direction: Direction,
  wanted: number,
  cap: number,
): Promise<Matches> {
  const scanned = wanted ? await scan.scanFromCursor(direction, wanted, SCAN_LIMITS.first) : [];
  const days = await scan.days(direction);
  const found: Match[] = [];
  const parts: DayWindow[] = [];
  let isCapped = false;
  let seen = 0;
  let searchedTo = scan.query.cursorDay;
  // Never stops on the cursor's day: the next page would begin and end there again.
  const canStop = () => !isCapped && searchedTo !== scan.query.cursorDay;
  const stop = (): Matches => {
    if (found.length >= wanted) return { count: found.length, matches: found, isCut: true };
    if (scanned.length === wanted) return { count: wanted, matches: scanned, isCut: true };
    return { count: found.length, matches: found, ...(searchedTo !== undefined && { stoppedOn: searchedTo }) };
  };
  for (let window = takeWindow(days, WINDOW_LIMITS.tickets); window;) {
    const missing = cap - found.length;
    const matches = await scan.findInWindow(direction, window, missing, canStop() ? budget.windowMs(seen) : Infinity);
    if (!matches) return stop();
    const isComplete = matches.length < missing;
    if (isComplete) found.push(...matches);
    isCapped ||= !isComplete;
    if (isCapped && scanned.length === wanted) return { count: cap, matches: scanned };
    if (isCapped && found.length >= wanted) return { count: cap, matches: found };
    if (!isComplete && window.length === 1) {
      const nearest = await nearestOnDay(scan, direction, window, wanted - found.length);
      return { count: cap, matches: [...found, ...nearest] };
    }
    if (!isComplete) parts.unshift(...splitWindow(window));
    seen += windowSize(window);
    searchedTo = window.at(-1)?.day ?? window[0].day;
    if (canStop() && days.length > 0 && budget.isSpent(seen)) return stop();
    const affordable = budget.affordable(seen);
    // Without the index, reads the rest of the table at once, because reading a part of it costs as much.
    const readsAll =
      !scan.isIndexed && seen > WINDOW_LIMITS.tickets * WINDOW_LIMITS.growth && windowSize(days) <= affordable;
    const size = readsAll ? Infinity : Math.min(affordable, nextWindowSize(seen, found.length, cap - found.length));
    window = isCapped ? parts.shift() : takeWindow(days, size);
  }
  return { count: found.length, matches: found };
}

/** Finds the nearest of many matches on one day by a scan. If the scan finds too few, sorts all of them. */
async function nearestOnDay(
  scan: SearchScan,
  direction: Direction,
  window: DayWindow,
  limit: number,
): Promise<readonly Match[]> {
  const scanned = await scan.scanFromCursor(direction, limit, SCAN_LIMITS.day, window[0]);
  return scanned.length === limit ? scanned : scan.findNearest(direction, window, limit);
}

/** Sorts matches, nearest to the cursor first. Their times have a fixed text format, so the texts sort like the times. */
function inListOrder(matches: readonly Match[], isDescending: boolean): Match[] {
  const ascending = [...matches].sort((one, other) =>
    one.created_at === other.created_at ? one.id - other.id : one.created_at < other.created_at ? -1 : 1,
  );
  return isDescending ? ascending.reverse() : ascending;
}

function toCount(matches: number, isComplete: boolean): Count {
  if (matches >= MATCH_CAP) return { total: COUNT_LIMIT, relation: 'gte' };
  return { total: matches, relation: isComplete ? 'eq' : 'gte' };
}

/** The ticket with a number, if it matches the filters. */
async function findNumbered(
  manager: EntityManager,
  { filter }: TicketQuery,
  id: number | undefined,
): Promise<Match | undefined> {
  if (id === undefined) return undefined;
  const ticket = manager
    .createQueryBuilder(Ticket, 'ticket')
    .select('ticket.id', 'id')
    .addSelect('ticket.createdAt', 'created_at')
    .where('ticket.id = :id', { id });
  whereRelations(whereProperties(ticket, filter), filter, 'prevent');
  return whereCreatedBetween(ticket, filter).getRawOne<Match>();
}

async function fetchRows(
  manager: EntityManager,
  matches: readonly Match[],
  query: TicketQuery,
  numbered: number | undefined,
): Promise<TicketPageRow[]> {
  if (!matches.length) return [];
  const ids = matches.map(({ id }) => id);
  const tickets = manager.createQueryBuilder(Ticket, 'ticket').where('ticket.id = ANY(:ids)', { ids });
  const order = query.orderFromCursor('forward');
  const pinned: PinnedTicket | undefined =
    numbered === undefined ? undefined : { id: numbered, order: query.isReversed ? 'ASC' : 'DESC' };
  const pageOrder = orderOfPage(order, pinned);
  selectTicketPage(tickets, pageOrder);
  for (const [column, direction] of pageOrder) tickets.addOrderBy(column, direction);
  return tickets.getRawMany<TicketPageRow>();
}
