import type { TimelineActor, TimelineEntry } from '@docket/web/conversation/data';
import type { Ticket } from '@docket/web/tickets/data';

/** The actor who filed a ticket. Undefined until the first entry of the timeline is known. */
export function filerOf(entries: readonly TimelineEntry[] | undefined): TimelineActor | undefined {
  const first = entries?.[0];
  return first?.kind === 'ticket.created' ? first.actor : undefined;
}

/** The author of the description: the requester, or else the actor who filed the ticket. */
export function describerOf(
  requester: Ticket['requester'],
  entries: readonly TimelineEntry[] | undefined,
): TimelineActor | undefined {
  if (!requester) return filerOf(entries);
  return { kind: 'requester', id: requester.id, name: requester.name ?? requester.email, verified: false };
}
