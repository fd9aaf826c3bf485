import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import type { EventActorKind, TicketEventKind } from '../model/ticket-event';
import { type ChangePosition, START } from './change-position';

/** A change of one ticket, as readers outside Docket see it: no text. An import is the filing of each of its tickets. */
export interface TicketChange {
  readonly eventId: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly kind: Exclude<TicketEventKind, 'import.batch'>;
  readonly ticketId: number;
  /** The names of the changed fields. */
  readonly fields: readonly string[];
  readonly actorKind: EventActorKind;
  readonly actorId: number | null;
  /** The position of a reader who has read this change, and all before it. */
  readonly position: ChangePosition;
}

/** Changes in the order of the feed. Each of them is settled: no change can still come before it. */
export interface ChangePage {
  readonly changes: readonly TicketChange[];
  readonly next: ChangePosition;
  /** Whether the feed has no more settled changes. */
  readonly isCaughtUp: boolean;
  /** Whether the history has another epoch than at the last position: the reader may know changes that are lost. */
  readonly isRestored: boolean;
}

/** An event of the page, or the only row of an empty page, whose event is null. */
interface EventRow {
  readonly current_epoch: string;
  /** Whether the position is not of this database. */
  readonly is_beyond: boolean;
  readonly epoch: string;
  readonly horizon: string;
  readonly id: string | null;
  readonly at: string;
  readonly kind: TicketEventKind;
  readonly ticket_id: number | null;
  readonly ticket_ids: readonly number[] | null;
  readonly fields: readonly string[];
  readonly actor_kind: EventActorKind;
  readonly actor_id: number | null;
}

/**
 * Reads settled events (see `feed.ts`) that have enough tickets together. An import has up to 500 tickets, so a page has few imports.
 * $1 to $3: the position, $4: the number of changes, $5: the tickets of the first event that have been read
 */
const read = (comparison: '>' | '>='): string => `
  WITH now AS MATERIALIZED (
    SELECT feed_epoch() AS epoch, pg_snapshot_xmin(snapshot) AS xmin, pg_snapshot_xmax(snapshot) AS xmax
    FROM pg_current_snapshot() AS snapshot
  ),
  settled AS MATERIALIZED (
    SELECT event.*, CASE WHEN event.kind = 'import.batch' THEN jsonb_array_length(event.change->'ids') ELSE 1 END AS tickets
    FROM now, ticket_events AS event
    WHERE (event.epoch, event.horizon, event.id) ${comparison} ($1::bigint, $2::text::xid8, $3::bigint)
      AND (event.epoch < now.epoch OR event.horizon <= now.xmin)
    ORDER BY event.epoch, event.horizon, event.id LIMIT $4
  ),
  page AS (
    SELECT *, coalesce(sum(tickets) OVER (ORDER BY epoch, horizon, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS earlier
    FROM settled
  )
  SELECT now.epoch::text AS current_epoch,
    $1::bigint > now.epoch OR ($1::bigint = now.epoch AND $2::text::xid8 > now.xmax) AS is_beyond,
    page.epoch::text, page.horizon::text, page.id::text, page.at, page.kind, page.ticket_id, page.change->'ids' AS ticket_ids,
    page.actor_kind, page.actor_id,
    CASE WHEN page.kind = 'ticket.changed' THEN ARRAY(SELECT jsonb_object_keys(page.change)) ELSE '{}' END AS fields
  FROM now LEFT JOIN page ON page.earlier < $4 + $5
  ORDER BY page.epoch, page.horizon, page.id`;

const READ_AFTER = read('>');
const READ_FROM = read('>=');

/** Reads the changes of all tickets for programs: each change exactly once, in an order in which each ticket's changes are right. */
@Injectable()
export class ChangeFeed {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The next changes after a position. A page that leads into another epoch says that the database was restored. A position that is
   * not of this database continues at the beginning of the current epoch.
   */
  async page(after: ChangePosition | 'start', limit: number): Promise<ChangePage> {
    const position = after === 'start' ? START : after;
    const rows = await this.read(position, limit);
    const [{ current_epoch: epoch, is_beyond: isBeyond }] = rows;
    const start = { ...START, epoch };
    const changes = changesIn(isBeyond ? await this.read(start, limit) : rows, isBeyond ? start : position);
    const isCaughtUp = changes.length <= limit;
    const page = changes.slice(0, limit);
    const isOld = isBeyond || BigInt(position.epoch) < BigInt(epoch);
    const next = page.at(-1)?.position ?? (isOld ? start : position);
    return {
      changes: page,
      next,
      isCaughtUp,
      isRestored: after !== 'start' && (isBeyond || next.epoch !== position.epoch),
    };
  }

  private read(position: ChangePosition, limit: number): Promise<[EventRow, ...EventRow[]]> {
    const { epoch, horizon, id, tickets } = position;
    const sql = tickets === undefined ? READ_AFTER : READ_FROM;
    return this.transactions.statement((manager) =>
      manager.query<[EventRow, ...EventRow[]]>(sql, [epoch, horizon, id, limit + 1, tickets ?? 0]),
    );
  }
}

/** The changes of events, without those of the first event that have been read. */
function changesIn(rows: readonly EventRow[], read: ChangePosition): TicketChange[] {
  return rows.flatMap((row) => changesOf(row).slice(isSameEvent(row, read) ? read.tickets : 0));
}

function changesOf(row: EventRow): TicketChange[] {
  const { epoch, horizon, id, kind } = row;
  if (id === null) return [];
  const event = { eventId: id, at: row.at, fields: row.fields, actorKind: row.actor_kind, actorId: row.actor_id };
  const position = { epoch, horizon, id };
  if (kind !== 'import.batch') return [{ ...event, kind, ticketId: row.ticket_id ?? 0, position }];
  const ids = row.ticket_ids ?? [];
  return ids.map((ticketId, index) => ({
    ...event,
    kind: 'ticket.created',
    ticketId,
    position: index + 1 === ids.length ? position : { ...position, tickets: index + 1 },
  }));
}

function isSameEvent({ epoch, horizon, id }: EventRow, read: ChangePosition): boolean {
  return id === read.id && epoch === read.epoch && horizon === read.horizon;
}
