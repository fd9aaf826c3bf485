import type { Ticket } from '@docket/web/data-access';
import { excerpt } from './excerpt';

export interface TableRow {
  readonly ticket: Ticket;
  readonly excerpt: string;
  /** Names the element that shows it. */
  readonly slot: number;
}

/**
 * The rows of these tickets. A ticket that was there keeps its slot and thus its element, with whatever is focused or open
 * in it; the others take over the elements of tickets that are gone, because writing one anew is much quicker than
 * building one.
 *
 * @param kept id of a ticket whose element is not for others: if it goes, so does the element
 */
export function toRows(tickets: readonly Ticket[], before: readonly TableRow[], kept?: number): readonly TableRow[] {
  const known = new Map(before.map((row) => [row.ticket.id, row]));
  const ids = new Set(tickets.map(({ id }) => id));
  const free = before.filter(({ ticket }) => !ids.has(ticket.id) && ticket.id !== kept).map(({ slot }) => slot);
  let nextSlot = 1 + Math.max(-1, ...before.map(({ slot }) => slot));
  free.reverse();
  return tickets.map((ticket) => {
    const row = known.get(ticket.id);
    if (row?.ticket === ticket) return row;
    return { ticket, excerpt: excerpt(ticket.description), slot: row?.slot ?? free.pop() ?? nextSlot++ };
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
