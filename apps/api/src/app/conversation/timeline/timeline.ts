import type { MessageVisibility } from '@docket/domain';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { EventActorKind, TicketEventChange, TicketEventKind } from '../../history';
import { Transactions } from '../../platform/database/transactions';
import { withNames } from './named-changes';

/** An event of a ticket, with its message if it has one. */
export interface TimelineRow {
  /** Increases with time within a ticket. */
  readonly id: number;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly kind: TicketEventKind;
  readonly actor_kind: EventActorKind;
  readonly actor_id: number | null;
  /** The current name of the actor. */
  readonly actor_name: string | null;
  readonly verified: boolean;
  readonly change: TicketEventChange | null;
  readonly message_id: number | null;
  readonly visibility: MessageVisibility | null;
  /** Null if the event has no message, or if the text does not fit on the page. */
  readonly body: string | null;
}

/** A page of a timeline, newest first. */
export interface TimelinePage {
  readonly entries: readonly TimelineRow[];
  /** The id before which the next page starts; absent on the last page. */
  readonly before?: number;
}

/** Maximum size of the messages on one page, in bytes of UTF-8. The first message is always complete. */
const PAGE_TEXT_BYTES = 1_000_000;

/** Greater than every id that a request may name. */
const AFTER_ALL = Number.MAX_SAFE_INTEGER;

/**
 * Selects events of a ticket by keyset pagination, newest first. Returns one row of nulls for a ticket without events, and no row if the
 * ticket does not exist.
 * @param condition further conditions on `event`
 */
const selectEntries = (condition = 'true'): string => `
  SELECT event.id::float8 AS id, event.at, event.kind, event.actor_kind, event.actor_id, event.verified, event.change,
    coalesce(person.name, requester.name, requester.email) AS actor_name,
    message.id::float8 AS message_id, message.visibility,
    CASE WHEN row_number() OVER page = 1 OR sum(octet_length(message.body)) OVER page <= ${PAGE_TEXT_BYTES}
      THEN message.body END AS body
  FROM tickets AS ticket
  LEFT JOIN LATERAL (
    SELECT * FROM ticket_events AS event WHERE event.ticket_id = ticket.id AND event.id < $2 AND ${condition}
    ORDER BY event.id DESC LIMIT $3
  ) AS event ON true
  LEFT JOIN messages AS message ON message.id = event.message_id
  LEFT JOIN users AS person ON event.actor_kind IN ('human', 'api') AND person.id = event.actor_id
  LEFT JOIN requesters AS requester ON event.actor_kind = 'requester' AND requester.id = event.actor_id
  WHERE ticket.id = $1
  WINDOW page AS (ORDER BY event.id DESC ROWS UNBOUNDED PRECEDING)
  ORDER BY event.id DESC`;

const SELECT_PAGE = selectEntries();
const SELECT_MESSAGE = selectEntries('event.message_id = $4');
const SELECT_REPLIES_AFTER = selectEntries(
  `event.id > $4 AND EXISTS (SELECT FROM messages WHERE messages.id = event.message_id AND visibility = 'public')`,
);

const SELECT_STATUS_AFTER = selectEntries(`event.id > $4 AND event.change -> 'status' IS NOT NULL`);

/** Reads the timeline of a ticket: its changes and messages. */
@Injectable()
export class Timeline {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param before only entries before this id
   * @throws NotFoundException if the ticket does not exist
   */
  async page(ticketId: number, limit: number, before = AFTER_ALL): Promise<TimelinePage> {
    const rows = await this.read(SELECT_PAGE, [ticketId, before, limit + 1]);
    const entries = thatFit(rows.slice(0, limit));
    const last = entries.at(-1);
    return { entries, ...(last && entries.length < rows.length && { before: last.id }) };
  }

  /** The entry of a message. */
  async ofMessage(ticketId: number, messageId: number): Promise<TimelineRow> {
    const [entry] = await this.read(SELECT_MESSAGE, [ticketId, AFTER_ALL, 1, messageId]);
    if (!entry) throw new Error(`Message ${messageId} of ticket ${ticketId} has no event`);
    return entry;
  }

  /** The public messages after an event that fit on a page, newest first. */
  async repliesAfter(ticketId: number, eventId: number, limit: number): Promise<readonly TimelineRow[]> {
    return thatFit(await this.read(SELECT_REPLIES_AFTER, [ticketId, AFTER_ALL, limit, eventId]));
  }

  /** The latest change of the status after an event. */
  async statusAfter(ticketId: number, eventId: number): Promise<TimelineRow | undefined> {
    const [change] = await this.read(SELECT_STATUS_AFTER, [ticketId, AFTER_ALL, 1, eventId]);
    return change;
  }

  private async read(sql: string, parameters: number[]): Promise<TimelineRow[]> {
    const rows = await this.transactions.statement((manager) =>
      manager.query<(TimelineRow | { readonly id: null })[]>(sql, parameters),
    );
    if (!rows.length) throw new NotFoundException(`Ticket ${parameters[0]} does not exist`);
    const events = rows.filter((row) => row.id !== null);
    return this.transactions.statement((manager) => withNames(manager, events));
  }
}

/** The entries before the first one whose text does not fit on the page. */
function thatFit(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  const cut = rows.findIndex((row) => row.message_id !== null && row.body === null);
  return cut === -1 ? rows : rows.slice(0, cut);
}
