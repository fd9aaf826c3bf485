import type { Ticket } from '@docket/web/tickets/data';
import { excerpt } from './excerpt';

export interface TableRow {
  readonly ticket: Ticket;
  readonly excerpt: string;
  /** What follows the ticket's path in its address: the filters, as they were asked for with it. */
  readonly query: string;
  /** Names the element that shows it. */
  readonly slot: number;
}

/**
 * The rows of these tickets, in the elements that are there: to write one anew is much quicker than to build or to move one.
 *
 * @param kept id of the ticket whose element is for no other, because of what is focused or open in it
 */
export function toRows(
  tickets: readonly Ticket[],
  query: string,
  before: readonly TableRow[],
  kept?: number,
): readonly TableRow[] {
  const bySlot = new Map(before.map((row) => [row.slot, row]));
  const keptSlot = before.find(({ ticket }) => ticket.id === kept)?.slot;
  const free = before.map(({ slot }) => slot).filter((slot) => slot !== keptSlot);
  free.reverse();
  let nextSlot = 1 + Math.max(-1, ...bySlot.keys());
  return tickets.map((ticket) => {
    const slot = (ticket.id === kept ? keptSlot : free.pop()) ?? nextSlot++;
    const row = bySlot.get(slot);
    const isSame = row?.ticket === ticket && row.query === query;
    return isSame ? row : { ticket, excerpt: excerpt(ticket.description), query, slot };
  });
}

/** What to show on the way from some rows to others: from the top, so many changed rows further. */
export function stepTowards(
  target: readonly TableRow[],
  shown: readonly TableRow[],
  changes: number,
): readonly TableRow[] {
  const bySlot = new Map(shown.map((row) => [row.slot, row]));
  let left = changes;
  const end = target.findIndex((row) => bySlot.get(row.slot) !== row && left-- === 0);
  if (end < 0) return target;
  const done = target.slice(0, end);
  const taken = new Set(done.map(({ slot }) => slot));
  return [...done, ...shown.filter(({ slot }) => !taken.has(slot))];
}
