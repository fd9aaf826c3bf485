import { type TimelineActor, type TimelineEntry, isMessage } from '@docket/web/conversation/data';
import type { Ticket } from '@docket/web/tickets/data';
import { describerOf } from '../conversation/timeline/ticket-filer';

/** Source of a quote. */
interface QuoteSource {
  readonly kind: 'description' | 'reply' | 'note';
  /** Undefined if the actor is unknown. */
  readonly actor?: TimelineActor;
  /** RFC 3339. */
  readonly at: string;
}

/** The source of a quote; undefined for a message that has not loaded. A quote without a message is from the title or the description. */
export function quoteSource(
  messageId: number | null,
  ticket: Pick<Ticket, 'requester' | 'created_at'>,
  entries: readonly TimelineEntry[] | undefined,
): QuoteSource | undefined {
  if (messageId === null)
    return { kind: 'description', actor: describerOf(ticket.requester, entries), at: ticket.created_at };
  const entry = entries?.filter(isMessage).find(({ message }) => message.id === messageId);
  return (
    entry && { kind: entry.message.visibility === 'internal' ? 'note' : 'reply', actor: entry.actor, at: entry.at }
  );
}
