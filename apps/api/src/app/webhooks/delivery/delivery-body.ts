import type { WebhookType } from '@docket/domain';
import type { EventActorKind, TicketEventChange } from '../../history';

/** The event of a delivery, as stored. */
export interface DeliveredEvent {
  readonly id: string;
  readonly kind: WebhookType;
  /** RFC 3339. */
  readonly at: string;
  readonly ticket_id: number | null;
  /**
   * The version of the ticket when the delivery is created, which may be later than that of the event. Null for a deleted ticket and for an
   * import.
   */
  readonly version: number | null;
  readonly actor_kind: EventActorKind;
  readonly actor_id: number | null;
  readonly change: TicketEventChange | null;
}

/** Fields whose old and new values are delivered. Other fields contain text that people typed, so only their names are delivered. */
const VALUES: readonly string[] = ['category', 'priority', 'status', 'requester_id', 'assignee_id', 'team_id'];

/** The body of a delivery as JSON text (standardwebhooks.com: type, timestamp, data). Contains no text of a ticket or message. */
export function deliveryBody(event: DeliveredEvent): string {
  const { id, kind, at, ticket_id, version, actor_kind, actor_id, change } = event;
  const actor = { kind: actor_kind, id: actor_id };
  const data =
    kind === 'import.batch'
      ? { event_id: Number(id), ticket_ids: change?.['ids'] ?? [], actor }
      : { event_id: Number(id), ticket_id, version, actor, change: withoutTexts(change ?? {}) };
  return JSON.stringify({ type: kind, timestamp: at, data });
}

function withoutTexts(change: TicketEventChange): TicketEventChange {
  return Object.fromEntries(
    Object.entries(change).map(([field, values]) => [field, VALUES.includes(field) ? values : []]),
  );
}
