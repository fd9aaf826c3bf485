import type { Ticket } from '@docket/web/tickets/data';
import { excerpt } from './excerpt';

export interface TableRow {
  readonly ticket: Ticket;
  readonly excerpt: string;
  /** Query string of the ticket's link: the filters that the ticket was loaded with. */
  readonly query: string;
  /** Identifies the row's element. */
  readonly slot: number;
}

/**
 * Assigns tickets to the elements of the current rows, because updating an element is faster than creating or moving one.
 *
 * @param keptId id of the ticket that keeps its element, because it has the focus or an open menu
 */
export function toRows(
  tickets: readonly Ticket[],
  query: string,
  currentRows: readonly TableRow[],
  keptId?: number,
): readonly TableRow[] {
  const bySlot = new Map(currentRows.map((row) => [row.slot, row]));
  const keptSlot = currentRows.find(({ ticket }) => ticket.id === keptId)?.slot;
  const freeSlots = currentRows.map(({ slot }) => slot).filter((slot) => slot !== keptSlot);
  freeSlots.reverse();
  let nextSlot = 1 + Math.max(-1, ...bySlot.keys());
  return tickets.map((ticket) => {
    const slot = (ticket.id === keptId ? keptSlot : freeSlots.pop()) ?? nextSlot++;
    const row = bySlot.get(slot);
    const isSame = row?.ticket === ticket && row.query === query;
    return isSame ? row : { ticket, excerpt: excerpt(ticket.description), query, slot };
  });
}

/** Applies the first `limit` changed rows. The rows after them keep their current tickets. */
export function stepTowards(
  targetRows: readonly TableRow[],
  currentRows: readonly TableRow[],
  limit: number,
): readonly TableRow[] {
  const bySlot = new Map(currentRows.map((row) => [row.slot, row]));
  let left = limit;
  const end = targetRows.findIndex((row) => bySlot.get(row.slot) !== row && left-- === 0);
  if (end < 0) return targetRows;
  const applied = targetRows.slice(0, end);
  const usedSlots = new Set(applied.map(({ slot }) => slot));
  return [...applied, ...currentRows.filter(({ slot }) => !usedSlots.has(slot))];
}
