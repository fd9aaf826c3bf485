import { randomUUIDv7 } from 'node:crypto';
import type { WebhookType } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import { type DeliveredEvent, deliveryBody } from './delivery-body';

/** Maximum number of events dispatched in one transaction. */
const BATCH_SIZE = 200;

interface Position {
  readonly epoch: string;
  readonly horizon: string;
  readonly event_id: string;
}

type SettledEvent = DeliveredEvent & Position;

/**
 * The result of a pass. `more`: there are more events to dispatch. `unsettled`: the remaining events wait for a running transaction. `all`:
 * every webhook has all events. `nothing`: no webhook is on.
 */
const DISPATCHED = ['more', 'unsettled', 'all', 'nothing'] as const;
export type Dispatched = (typeof DISPATCHED)[number];

interface Behind {
  readonly id: number;
  readonly isBehind: boolean;
}

const BEHIND = `
  SELECT id, EXISTS (
    SELECT FROM ticket_events AS event
    WHERE (event.epoch, event.horizon, event.id) > (webhooks.epoch, webhooks.horizon, webhooks.event_id)) AS "isBehind"
  FROM webhooks WHERE state <> 'off' ORDER BY id`;

/** Skips a webhook that another process is dispatching to. */
const LOCK = `
  SELECT types, epoch::text, horizon::text, event_id::text FROM webhooks
  WHERE id = $1 AND state <> 'off' FOR NO KEY UPDATE SKIP LOCKED`;

/**
 * The settled events after a position. An event is settled when every transaction that could add an earlier event has ended, as in
 * `history/feed`.
 */
const READ = `
  WITH oldest AS MATERIALIZED (SELECT feed_epoch() AS epoch, pg_snapshot_xmin(pg_current_snapshot()) AS xmin)
  SELECT event.epoch::text, event.horizon::text, event.id::text AS event_id, event.id::text, event.kind, event.at, event.ticket_id,
    event.actor_kind, event.actor_id, event.change, ticket.version
  FROM oldest, ticket_events AS event LEFT JOIN tickets AS ticket ON ticket.id = event.ticket_id
  WHERE (event.epoch, event.horizon, event.id) > ($1::bigint, $2::text::xid8, $3::bigint)
    AND (event.epoch < oldest.epoch OR event.horizon <= oldest.xmin)
  ORDER BY event.epoch, event.horizon, event.id LIMIT ${BATCH_SIZE}`;

/** Adds deliveries. After a replay, the delivery of an event exists already: it becomes pending again and keeps its id. */
const ADD = `
  INSERT INTO webhook_deliveries (id, webhook_id, event_id, ticket_id, type, body)
  SELECT id, $1, event_id, ticket_id, type, body
  FROM unnest($2::uuid[], $3::bigint[], $4::integer[], $5::text[], $6::text[]) AS added (id, event_id, ticket_id, type, body)
  ON CONFLICT (webhook_id, event_id) DO UPDATE SET state = 'pending', tries = 0, next_at = now(), leased_until = NULL, created_at = now()
  WHERE webhook_deliveries.state <> 'pending'`;

const MOVE = `UPDATE webhooks SET epoch = $2::bigint, horizon = $3::text::xid8, event_id = $4::bigint WHERE id = $1`;

/** Turns the events of the feed into deliveries. Stores the deliveries and the new position in one transaction. */
@Injectable()
export class Dispatcher {
  constructor(private readonly transactions: Transactions) {}

  /** Dispatches one batch to each webhook in turn, so that a webhook with many events does not delay the others. */
  async dispatch(stop: AbortSignal): Promise<Dispatched> {
    const webhooks = await this.transactions.statement((manager) => manager.query<Behind[]>(BEHIND));
    const outcomes = new Set<Dispatched>(['nothing']);
    for (const { id, isBehind } of webhooks) {
      if (stop.aborted) break;
      outcomes.add(isBehind ? await this.transactions.run((manager) => dispatchBatch(manager, id)) : 'all');
    }
    return DISPATCHED.find((one) => outcomes.has(one)) ?? 'nothing';
  }
}

async function dispatchBatch(manager: EntityManager, id: number): Promise<Dispatched> {
  const [webhook] = await manager.query<(Position & { readonly types: readonly WebhookType[] })[]>(LOCK, [id]);
  if (!webhook) return 'all';
  const { epoch, horizon, event_id } = webhook;
  const events = await manager.query<SettledEvent[]>(READ, [epoch, horizon, event_id]);
  const last = events.at(-1);
  if (!last) return 'unsettled';
  const wanted = events.filter(({ kind }) => webhook.types.includes(kind));
  if (wanted.length) {
    await manager.query(ADD, [
      id,
      wanted.map(() => randomUUIDv7()),
      wanted.map((event) => event.event_id),
      wanted.map(({ ticket_id }) => ticket_id),
      wanted.map(({ kind }) => kind),
      wanted.map(deliveryBody),
    ]);
  }
  await manager.query(MOVE, [id, last.epoch, last.horizon, last.event_id]);
  return events.length < BATCH_SIZE ? 'all' : 'more';
}
