import type { TicketRow } from '../model/ticket-row';
import type { Count } from './ticket-count';

/** The tickets beyond the cursor of a query, the nearest first: one more than the page takes, if there are more. */
export interface FoundTickets {
  readonly tickets: TicketRow[];
  /** Whether there are tickets in the other direction: the cursor's own, or others. */
  readonly hasMoreBackward: boolean;
  readonly count: Count;
}
