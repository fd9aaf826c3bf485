import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type DayWindow, WINDOWS, nextSize, partsOf, sizeOf, takeWindow } from './day-windows';
import { type Side, inOrder, isOlder } from '../query/keyset';
import { type Match, Matches } from './search-scan';
import type { PageCursor } from '../query/page-cursor';
import { Ticket } from '../model/ticket.entity';
import { COUNT_BOUND, type Count } from '../list/ticket-count';
import type { TicketFilter } from '../query/ticket-filter';
import { type TicketRow, ticketsOf } from '../model/ticket-row';

/** Tickets on one side of a cursor, nearest to it first. */
export interface Found {
  readonly tickets: TicketRow[];
  /** Whether any ticket lies on the other side: the one the cursor names, or beyond. */
  readonly hasMoreBehind: boolean;
  readonly count: Count;
}

/** One more than is counted: so many matches are many. */
const MANY = COUNT_BOUND + 1;

/** How many tickets are read in the order of the list, at 1 to 2 µs each. */
export const WALKS = {
  /** By every search, before anything else: a text of every twentieth ticket has its page then. */
  first: 1000,
  /** On a single day with many matches, before all of them are gathered and sorted instead. */
  day: 20_000,
};

@Injectable()
export class TicketSearch {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * The tickets that a search finds, in one snapshot.
   *
   * Rare texts are quick by the index of searches and then by sorting, frequent ones by the ordered index, and each is slow the
   * other way. PostgreSQL decides by an estimate, which for a text is little more than a guess. Here the index is asked for a
   * few days at a time, from the cursor away, and for no more matches than are counted: what is frequent ends it soon.
   */
  find(filter: TicketFilter, limit: number, cursor?: PageCursor): Promise<Found> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const search = new Matches(manager, filter, cursor);
      const ahead = await onSide(search, 'ahead', limit, MANY);
      const behind = cursor ? await onSide(search, 'behind', 0, Math.max(1, MANY - ahead.count)) : undefined;
      const nearest = inListOrder(ahead.nearest, isOlder('ahead', cursor)).slice(0, limit);
      return {
        tickets: await read(manager, nearest, cursor),
        hasMoreBehind: Boolean(behind?.count),
        count: countOf(ahead.count + (behind?.count ?? 0)),
      };
    });
  }
}

/** Matches on one side of the cursor: how many there are, up to a bound, and the wanted ones among others, in no order. */
interface OnSide {
  readonly count: number;
  readonly nearest: readonly Match[];
}

/**
 * Looks for matches on a side, in windows of days that grow. A window with more than are counted ends that; when the nearest
 * matches are not known yet, it is cut, and its parts are gone through in the same way.
 */
async function onSide(search: Matches, side: Side, wanted: number, atMost: number): Promise<OnSide> {
  const beside = wanted ? await search.beside(side, wanted, WALKS.first) : [];
  const days = await search.days(side);
  const found: Match[] = [];
  const parts: DayWindow[] = [];
  let isMany = false;
  let seen = 0;
  for (let window = takeWindow(days, WINDOWS.tickets); window;) {
    const missing = atMost - found.length;
    const some = await search.any(side, window, missing);
    const isAll = some.length < missing;
    if (isAll) found.push(...some);
    isMany ||= !isAll;
    if (isMany && beside.length === wanted) return { count: atMost, nearest: beside };
    if (isMany && found.length >= wanted) return { count: atMost, nearest: found };
    if (!isAll && window.length === 1) {
      const nearest = await nearestOn(search, side, window, wanted - found.length);
      return { count: atMost, nearest: [...found, ...nearest] };
    }
    if (!isAll) parts.unshift(...partsOf(window));
    seen += sizeOf(window);
    // What the index knows nothing of is read soon in one go: to read a part of the table costs as much.
    const isRead = !search.isIndexed && seen > WINDOWS.tickets * WINDOWS.growth;
    const size = isRead ? Infinity : nextSize(seen, found.length, atMost - found.length);
    window = isMany ? parts.shift() : takeWindow(days, size);
  }
  return { count: found.length, nearest: found };
}

/** The nearest of many matches on a single day: met by walking, unless they are all at its other end. */
async function nearestOn(search: Matches, side: Side, window: DayWindow, limit: number): Promise<readonly Match[]> {
  const met = await search.beside(side, limit, WALKS.day, window[0]);
  return met.length === limit ? met : search.nearest(side, window, limit);
}

/** So that what is nearest to the cursor comes first. All their times are written alike. */
function inListOrder(matches: readonly Match[], isDescending: boolean): Match[] {
  const ascending = [...matches].sort((one, other) =>
    one.created_at === other.created_at ? one.id - other.id : one.created_at < other.created_at ? -1 : 1,
  );
  return isDescending ? ascending.reverse() : ascending;
}

function countOf(matches: number): Count {
  return matches < MANY ? { total: matches, relation: 'eq' } : { total: COUNT_BOUND, relation: 'gte' };
}

async function read(manager: EntityManager, matches: readonly Match[], cursor?: PageCursor): Promise<TicketRow[]> {
  if (!matches.length) return [];
  const ids = matches.map(({ id }) => id);
  return ticketsOf(
    inOrder(manager.createQueryBuilder(Ticket, 'ticket').where('ticket.id = ANY(:ids)', { ids }), cursor),
  );
}
