import type { TicketPageRow } from '../model/ticket-row';
import type { CursorKey } from './cursor-ends';
import type { Count } from './ticket-count';

/** The tickets beyond the cursor of a query, nearest first. If more tickets match than fit on the page, it contains one more than fits. */
export interface FoundTickets {
  readonly tickets: readonly TicketPageRow[];
  /** Whether there are tickets in the other direction, including the cursor's own. */
  readonly hasMoreBackward: boolean;
  readonly count: Count;
  /** The key at which a search stopped because its time was over. There may be more tickets beyond it. */
  readonly searchedTo?: CursorKey & { readonly rank?: number };
  /** Id of a ticket whose number is the search. It comes before all others; in a list by priority, before all others of its priority. */
  readonly numbered?: number;
}
