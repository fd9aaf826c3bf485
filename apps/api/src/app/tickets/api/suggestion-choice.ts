import type { Choice } from '../../suggestions';
import type { TicketRow } from '../model/ticket-row';

/** Converts a newly filed ticket to the choice that the suggestion ledger records. */
export function toChoice({ id, category, priority, team }: TicketRow, shown: string | undefined): Choice {
  return { ticketId: id, teamId: team?.id ?? null, category, priority, ...(shown && { shownAt: new Date(shown) }) };
}
