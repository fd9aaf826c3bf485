import { Injectable } from '@nestjs/common';
import type { EventActorKind, TicketEventKind } from '../model/ticket-event';
import { Transactions } from '../../platform/database/transactions';
import type { FeedCursor } from './feed-cursor';

/** An event for readers of the feed: its kind, ticket, actor and changed fields, without text. */
export interface FeedEvent extends FeedCursor {
  readonly kind: TicketEventKind;
  /** Null for an import. */
  readonly ticket_id: number | null;
  /** Names of the changed fields. */
  readonly fields: readonly string[];
  readonly actor_kind: EventActorKind;
  readonly actor_id: number | null;
  /** Whether no later read can return an event before this one. */
  readonly is_settled: boolean;
}

/**
 * Reads events in the order (epoch, horizon, id). A running transaction may still add events before visible ones, but only beyond its own
 * transaction id (see `feed_horizon()`). An event is therefore settled when no transaction below its horizon is running.
 */
const READ = `
  WITH oldest AS MATERIALIZED (SELECT feed_epoch() AS epoch, pg_snapshot_xmin(pg_current_snapshot()) AS xmin)
  SELECT event.epoch::text, event.horizon::text, event.id::text, event.kind, event.ticket_id,
    event.actor_kind, event.actor_id, event.epoch < oldest.epoch OR event.horizon <= oldest.xmin AS is_settled,
    CASE WHEN event.kind = 'ticket.changed' THEN ARRAY(SELECT jsonb_object_keys(event.change)) ELSE '{}' END AS fields
  FROM oldest, ticket_events AS event
  WHERE (event.epoch, event.horizon, event.id) > ($1::bigint, $2::text::xid8, $3::bigint)
  ORDER BY event.epoch, event.horizon, event.id LIMIT $4`;

/** The position after all events that are settled now. */
const POSITION = `
  SELECT feed_epoch()::text AS epoch, pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, '9223372036854775807' AS id`;

const INCLUDES = `
  SELECT $1::bigint = feed_epoch() AND $2::text::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) AS is_included`;

/** The first unsettled event, found by the index of the feed. */
const LAG = `
  SELECT extract(epoch FROM clock_timestamp() - event.at)::float8 AS seconds
  FROM ticket_events AS event
  WHERE event.epoch = feed_epoch() AND event.horizon > pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY event.epoch, event.horizon, event.id LIMIT 1`;

/** The feed of all ticket changes. Every reader gets all of them, and the changes of a ticket in order. */
@Injectable()
export class Feed {
  constructor(private readonly transactions: Transactions) {}

  /** The current position, for a reader that wants new events only. */
  async position(): Promise<FeedCursor> {
    const [position] = await this.transactions.statement((manager) => manager.query<[FeedCursor]>(POSITION));
    return position;
  }

  /** Whether a position exists in this database. False after a restore of an older backup, and for an invented position. */
  async includes({ epoch, horizon }: FeedCursor): Promise<boolean> {
    const [{ is_included }] = await this.transactions.statement((manager) =>
      manager.query<[{ is_included: boolean }]>(INCLUDES, [epoch, horizon]),
    );
    return is_included;
  }

  /** Lag of the feed in seconds: the age of the first unsettled event, which a running transaction holds back; 0 if all are settled. */
  async lagSeconds(): Promise<number> {
    const [first] = await this.transactions.statement((manager) => manager.query<{ seconds: number }[]>(LAG));
    return Math.max(0, first?.seconds ?? 0);
  }

  /** The next events after a position, settled events first. */
  read({ epoch, horizon, id }: FeedCursor, limit: number): Promise<FeedEvent[]> {
    return this.transactions.statement((manager) => manager.query<FeedEvent[]>(READ, [epoch, horizon, id, limit]));
  }
}
