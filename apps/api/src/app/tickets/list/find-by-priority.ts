import { TICKET_PRIORITIES, type TicketPriority } from '@docket/domain';
import { PAGE_TEXT_BYTES, type TicketPageRow } from '../model/ticket-row';
import type { TicketQuery } from '../query/ticket-query';
import { OLDEST } from './cursor-ends';
import type { FoundTickets } from './found-tickets';
import { COUNT_LIMIT, type Count } from './ticket-count';

/** The rank of a priority in the cursor of a list. */
export function rankOf(priority: TicketPriority): number {
  return TICKET_PRIORITIES.indexOf(priority);
}

/**
 * Finds the tickets of a query that is sorted by priority. Reads the tickets of each priority as a list by time, so the cost is that of
 * four lists at most. With an assignee or a team, such a list needs the search index, because it also filters by priority. Call it in a
 * transaction with one snapshot. The count is the sum of the lists, up to COUNT_LIMIT.
 *
 * If the time of the search is over in one priority, the following ones are not searched.
 *
 * @param find finds the tickets of one priority
 */
export async function findByPriority(
  query: TicketQuery,
  find: (query: TicketQuery) => Promise<FoundTickets>,
): Promise<FoundTickets> {
  const tickets: TicketPageRow[] = [];
  const counts: Count[] = [];
  let hasMoreBackward = false;
  let numbered: number | undefined;
  let searchedTo: FoundTickets['searchedTo'];
  for (const priority of inReadingOrder(query)) {
    const side = sideOf(priority, query);
    const limit = side === 'behind' ? 1 : query.limit; // only whether there is any ticket
    const found = await find(query.withPriority(priority, cursorOf(side, query), limit));
    counts.push(found.count);
    if (side === 'behind') hasMoreBackward ||= found.count.total > 0 || found.searchedTo !== undefined;
    if (side === 'at cursor') hasMoreBackward ||= found.hasMoreBackward;
    if (side !== 'behind') tickets.push(...found.tickets);
    numbered ??= found.numbered;
    if (side !== 'behind' && found.searchedTo) {
      searchedTo = { ...found.searchedTo, rank: rankOf(priority) };
      counts.push({ total: 0, relation: 'gte' });
      break;
    }
  }
  return {
    tickets: withinTextLimit(tickets.slice(0, query.limit + 1)),
    hasMoreBackward,
    count: sumOf(counts),
    ...(searchedTo && { searchedTo }),
    ...(numbered !== undefined && { numbered }),
  };
}

/** The filtered priorities, in the order in which the page reads them. */
function inReadingOrder({ filter, isReversed }: TicketQuery): readonly TicketPriority[] {
  const leastUrgentFirst = TICKET_PRIORITIES.filter(
    (priority) => !filter.priority || filter.priority.includes(priority),
  );
  return isReversed ? leastUrgentFirst : leastUrgentFirst.reverse();
}

type Side = 'behind' | 'at cursor' | 'beyond';

/** The position of a priority's tickets relative to the cursor, in reading direction. */
function sideOf(priority: TicketPriority, { cursor, isReversed }: TicketQuery): Side {
  if (cursor?.rank === undefined) return 'beyond';
  const step = (cursor.rank - rankOf(priority)) * (isReversed ? -1 : 1);
  if (step === 0) return 'at cursor';
  return step > 0 ? 'beyond' : 'behind';
}

function cursorOf(side: Side, { cursor, isReversed }: TicketQuery) {
  if (side === 'at cursor') return cursor;
  return side === 'beyond' && isReversed ? ({ ...OLDEST, direction: 'prev' } as const) : undefined;
}

/** Cuts the page at PAGE_TEXT_BYTES. Each list respects the limit, but their total may exceed it. */
function withinTextLimit(rows: readonly TicketPageRow[]): TicketPageRow[] {
  let bytes = 0;
  return rows.map((row, index) => {
    bytes += Buffer.byteLength(row.title) + Buffer.byteLength(row.description ?? '');
    return index > 0 && bytes > PAGE_TEXT_BYTES ? { ...row, description: null } : row;
  });
}

function sumOf(counts: readonly Count[]): Count {
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  const isExact = counts.every(({ relation }) => relation === 'eq') && total <= COUNT_LIMIT;
  return isExact ? { total, relation: 'eq' } : { total: Math.min(total, COUNT_LIMIT), relation: 'gte' };
}
