import type { TicketPageRow } from '../model/ticket-row';
import type { CursorKey } from './cursor-ends';
import type { Count } from './ticket-count';

/** The tickets beyond the cursor of a query, nearest first. If there are more than fit on the page, one more than fits. */
export interface FoundTickets {
  readonly tickets: readonly TicketPageRow[];
  /** Whether there are tickets in the other direction, including the cursor's own. */
  readonly hasMoreBackward: boolean;
  readonly count: Count;
  /** Where a search stopped because its time was over. There may be more tickets beyond. */
  readonly searchedTo?: CursorKey & { readonly rank?: number };
  /** The id of a ticket that comes before all others (by priority: of its priority), because the search is its number. */
  readonly numbered?: number;
}
