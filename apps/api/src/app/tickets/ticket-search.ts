import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Side, inOrder } from './keyset';
import { type Match, Matches } from './matches';
import type { PageCursor } from './page-cursor';
import { Ticket } from './ticket.entity';
import { COUNT_BOUND, type Count, TicketCount } from './ticket-count';
import type { TicketFilter } from './ticket-filter';
import { type TicketRow, ticketsOf } from './ticket-row';

/** Tickets on one side of a cursor, nearest to it first. */
export interface Found {
  readonly tickets: TicketRow[];
  /** Whether any ticket lies on the other side: the one the cursor names, or beyond. */
  readonly hasMoreBehind: boolean;
  readonly count: Count;
}

/** The same before the tickets themselves are read. */
interface Place extends Omit<Found, 'tickets'> {
  readonly matches: readonly Match[];
}

/** One more than is counted: so many matches are many. */
const MANY = COUNT_BOUND + 1;

/** How many tickets are read in the order of the list, at about 1 µs each. */
export const WALKS = {
  /** By every search, before anything else: a text of every fourth ticket has its page and its count then. */
  first: 4000,
  /**
   * By a search with many matches, before all of them are gathered and sorted instead. A text of every 400th ticket has its
   * page by then; the rarer a text is, the sooner its matches are gathered.
   */
  long: 20_000,
  /** The same for one or two letters or a sign, for which gathering reads a large part of the table, or all of it. */
  longest: 60_000,
  /** The same for a search with labels: tickets that have them, each of which costs some 5 µs. */
  labelled: 4000,
};

@Injectable()
export class TicketSearch {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly ticketCount: TicketCount,
  ) {}

  /**
   * The tickets that a search finds, in one snapshot.
   *
   * Rare texts are quick by the index of texts and then by sorting, frequent ones by the ordered index, and each is slow the
   * other way. PostgreSQL decides by an estimate, which for a text is little more than a guess. Here the matches among the
   * nearest tickets decide, and then the count, which is wanted anyway: few matches are all there is to sort.
   */
  find(filter: TicketFilter, limit: number, cursor?: PageCursor): Promise<Found> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const { matches, ...rest } = await place(new Matches(manager, filter, cursor, this.ticketCount), limit, cursor);
      return { tickets: await read(manager, matches, cursor), ...rest };
    });
  }
}

async function place(search: Matches, limit: number, cursor?: PageCursor): Promise<Place> {
  const near = await search.beside('ahead', MANY, WALKS.first);
  if (near.length < MANY) {
    const counted = await search.any(MANY);
    if (counted.length < MANY) return amongFew(counted, limit, cursor);
  }
  const ahead = near.length >= limit ? near.slice(0, limit) : await nearest(search, 'ahead', limit);
  const behind = cursor ? await nearest(search, 'behind', 1) : [];
  return { matches: ahead, hasMoreBehind: behind.length > 0, count: { total: COUNT_BOUND, relation: 'gte' } };
}

function amongFew(all: readonly Match[], limit: number, cursor?: PageCursor): Place {
  const ahead = all.filter((match) => isAhead(match, cursor));
  if (cursor?.direction === 'prev') ahead.reverse();
  return {
    matches: ahead.slice(0, limit),
    hasMoreBehind: ahead.length < all.length,
    count: { total: all.length, relation: 'eq' },
  };
}

/**
 * The nearest of many matches on a side. Most are met soon by walking the ordered index. Those of a text that nobody has
 * written lately are not, and to walk past all tickets since then would read the table in the costliest order.
 */
async function nearest(search: Matches, side: Side, limit: number): Promise<Match[]> {
  if (await search.areAmongFew()) return search.gathered(side, limit);
  if (search.hasLabels) {
    const labelled = await search.labelled(side, limit, WALKS.labelled);
    return labelled.length === limit ? labelled : search.gathered(side, limit);
  }
  const walk = search.hasIndexedWord ? WALKS.long : WALKS.longest;
  const met = await search.beside(side, limit, walk);
  if (met.length === limit || !(await search.hasMoreTickets(side, walk))) return met;
  return search.gathered(side, limit);
}

async function read(manager: EntityManager, matches: readonly Match[], cursor?: PageCursor): Promise<TicketRow[]> {
  if (!matches.length) return [];
  const ids = matches.map(({ id }) => id);
  return ticketsOf(
    inOrder(manager.createQueryBuilder(Ticket, 'ticket').where('ticket.id = ANY(:ids)', { ids }), cursor),
  );
}

function isAhead({ id, created_at }: Match, cursor: PageCursor | undefined): boolean {
  if (!cursor) return true;
  const later = Date.parse(created_at) - Date.parse(cursor.created_at) || id - cursor.id;
  return cursor.direction === 'next' ? later < 0 : later > 0;
}
