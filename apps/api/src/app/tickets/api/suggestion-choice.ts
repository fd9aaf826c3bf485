import type { Choice } from '../../suggestions';
import type { TicketRow } from '../model/ticket-row';

/** What a person chose for a ticket that was just filed. */
export function toChoice({ id, category, priority, team }: TicketRow, shown: string | undefined): Choice {
  return { ticketId: id, teamId: team?.id ?? null, category, priority, ...(shown && { shownAt: new Date(shown) }) };
}
