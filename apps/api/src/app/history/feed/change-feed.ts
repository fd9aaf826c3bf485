import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import type { EventActorKind, TicketEventKind } from '../model/ticket-event';
import { type ChangePosition, START } from './change-position';

/** A change of one ticket, for readers outside Docket: without text. An import becomes one `ticket.created` for each of its tickets. */
export interface TicketChange {
  readonly eventId: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly kind: Exclude<TicketEventKind, 'import.batch'>;
  readonly ticketId: number;
  /** Names of the changed fields. */
  readonly fields: readonly string[];
  readonly actorKind: EventActorKind;
  readonly actorId: number | null;
  /** The position after this change. */
  readonly position: ChangePosition;
}

/** Changes in feed order. All are settled: no later read returns a change before them. */
export interface ChangePage {
  readonly changes: readonly TicketChange[];
  readonly next: ChangePosition;
  /** Whether there are no more settled changes. */
  readonly isCaughtUp: boolean;
  /** Whether the epoch differs from that of the last position. The reader may then know changes that the database has lost. */
  readonly isRestored: boolean;
}

/** An event of the page. An empty page has a single row, whose event columns are null. */
interface EventRow {
  readonly current_epoch: string;
  /** Whether the position does not exist in this database. */
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
 * Reads settled events (see `feed.ts`), as many as together have enough tickets. An import event has up to 500 tickets.
 * $1 to $3: the position, $4: the number of changes, $5: the number of tickets of the first event that the reader already has
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

/** Reads the changes of all tickets for programs. Each change is returned exactly once, and the changes of a ticket are in order. */
@Injectable()
export class ChangeFeed {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The next changes after a position. `isRestored` marks a page that enters another epoch. A position that does not exist in this database
   * continues at the start of the current epoch.
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

/** The changes of events, without the changes of the first event that the reader already has. */
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
