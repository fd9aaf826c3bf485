import type { Ticket } from '@docket/web/tickets/data';

/**
 * The position of the open ticket among all matches, from 1. Undefined if the list does not know it.
 *
 * @param index the row of the ticket on this page; -1 if it has none
 * @param first position of the first row, from 1
 * @param mismatchedIds rows that have stopped matching: they stay on the page, and do not count
 */
export function openPlace(
  tickets: readonly Ticket[],
  index: number,
  first: number | undefined,
  mismatchedIds: ReadonlySet<number>,
): number | undefined {
  const open = tickets[index];
  if (!open || !first || mismatchedIds.has(open.id)) return undefined;
  return first + tickets.slice(0, index).filter(({ id }) => !mismatchedIds.has(id)).length;
}
