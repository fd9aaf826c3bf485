import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { type FailedWebhook, WebhookHealth } from './webhook-health';
import type { Attempt } from './webhook-request';

/** Seconds after which another process may take over a delivery, because its sender has probably died. Longer than an attempt takes. */
const LEASE_SECONDS = 60;

/**
 * Whether a process is sending a delivery. Ignores a lease that expires more than an hour from now: it was taken before the clock of the
 * database was set back.
 */
export const IS_LEASED = `coalesce(leased_until BETWEEN now() AND now() + interval '1 hour', false)`;

/** Maximum number of concurrent deliveries of one webhook, so that a slow receiver does not delay other webhooks. */
const AT_ONCE_OF_ONE = 5;

/** A delivery that this process has claimed. */
export interface DueDelivery {
  readonly id: string;
  readonly body: string;
  /** Number of attempts, including this one. */
  readonly tries: number;
  readonly webhook_id: number;
  readonly url: string;
  readonly secret_no: number;
  readonly rotated_at: string | null;
}

/**
 * Locks the webhooks whose deliveries this process claims. Runs as a separate statement: the next one then sees the earlier claims of other
 * processes, so AT_ONCE_OF_ONE holds across processes. Skips webhooks that another process has locked until the next pass.
 */
const LOCK = `SELECT id FROM webhooks WHERE state <> 'off' FOR NO KEY UPDATE SKIP LOCKED`;

/**
 * Claims due deliveries. The first attempt of a delivery waits for the first attempts of earlier deliveries of the same ticket, so
 * receivers get the changes of a ticket in order, unless an attempt fails.
 */
const CLAIM = `
  WITH due AS (
    SELECT delivery.id FROM webhooks AS webhook CROSS JOIN LATERAL (
      SELECT id FROM webhook_deliveries AS candidate
      WHERE webhook_id = webhook.id AND state = 'pending' AND next_at <= now()
        AND NOT ${IS_LEASED}
        AND NOT (tries = 0 AND EXISTS (
          SELECT FROM webhook_deliveries AS earlier
          WHERE earlier.webhook_id = webhook.id AND earlier.ticket_id = candidate.ticket_id AND earlier.state = 'pending'
            AND earlier.position < candidate.position AND (earlier.tries = 0 OR earlier.tries = 1 AND ${IS_LEASED})))
      ORDER BY next_at, position
      LIMIT greatest(0, ${AT_ONCE_OF_ONE} - (
        SELECT count(*) FROM webhook_deliveries WHERE webhook_id = webhook.id AND state = 'pending' AND next_at <= now() AND ${IS_LEASED}))
      FOR NO KEY UPDATE SKIP LOCKED) AS delivery
    WHERE webhook.id = ANY($2::integer[]) ORDER BY random() LIMIT $1)
  UPDATE webhook_deliveries AS delivery
  SET tries = tries + 1, leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
  FROM due, webhooks AS webhook WHERE delivery.id = due.id AND webhook.id = delivery.webhook_id
  RETURNING delivery.id, delivery.body, delivery.tries, webhook.id AS webhook_id, webhook.url, webhook.secret_no, webhook.rotated_at`;

const LOG = `
  INSERT INTO webhook_attempts (delivery_id, ms, status, error, answer)
  SELECT id, $2, $3, $4, $5 FROM webhook_deliveries WHERE id = $1`;

/** Changes nothing if another process has taken over the delivery, whose outcome then counts. */
const FINISH = `
  UPDATE webhook_deliveries SET state = $3, leased_until = NULL, next_at = now() + make_interval(secs => $4)
  WHERE id = $1 AND tries = $2 AND state = 'pending'`;

const RELEASE = `
  UPDATE webhook_deliveries SET tries = tries - 1, leased_until = NULL WHERE id = $1 AND tries = $2 AND state = 'pending'`;

const NEXT = `
  SELECT extract(epoch FROM min(next.next_at) - now())::float8 AS seconds
  FROM webhooks AS webhook CROSS JOIN LATERAL (
    SELECT next_at FROM webhook_deliveries WHERE webhook_id = webhook.id AND state = 'pending' AND next_at > now()
    ORDER BY next_at LIMIT 1) AS next
  WHERE webhook.state <> 'off'`;

/** The outcome of an attempt. */
export interface Outcome {
  readonly state: 'sent' | 'pending' | 'dead';
  /** Time until the next attempt of a pending delivery, in milliseconds. */
  readonly delayMs?: number;
  /** Whether the receiver refuses further deliveries (410 Gone). */
  readonly isGone: boolean;
}

/** The queue of due deliveries. At most one process claims a delivery at a time. */
@Injectable()
export class DueDeliveries {
  constructor(
    private readonly transactions: Transactions,
    private readonly health: WebhookHealth,
  ) {}

  /** Claims up to `limit` deliveries. The transaction ends before they are sent. */
  async claim(limit: number): Promise<readonly DueDelivery[]> {
    return this.transactions.run(async (manager) => {
      const locked = await manager.query<{ id: number }[]>(LOCK);
      if (!locked.length) return [];
      const [claimed] = await manager.query<[DueDelivery[], number]>(CLAIM, [limit, locked.map(({ id }) => id)]);
      return claimed;
    });
  }

  /**
   * Stores the outcome of an attempt.
   * @returns the webhook after its first failure, or if a failure has changed its state
   */
  finish(
    { id, tries, webhook_id }: DueDelivery,
    attempt: Attempt,
    outcome: Outcome,
  ): Promise<FailedWebhook | undefined> {
    const { ms, status = null, error = null, answer = null } = attempt;
    const { state, delayMs = 0, isGone } = outcome;
    return this.transactions.run(async (manager) => {
      await manager.query(LOG, [id, ms, status, error, answer]);
      await manager.query(FINISH, [id, tries, state, delayMs / 1000]);
      if (state === 'sent') return this.health.succeed(manager, webhook_id);
      return this.health.fail(manager, webhook_id, isGone);
    });
  }

  /** Returns a delivery to the queue when the process stops during its attempt, which then does not count. */
  async release({ id, tries }: DueDelivery): Promise<void> {
    await this.transactions.statement((manager) => manager.query(RELEASE, [id, tries]));
  }

  /** Seconds until the next attempt that is not due yet; undefined if there is none. */
  async secondsUntilNext(): Promise<number | undefined> {
    const [row] = await this.transactions.statement((manager) => manager.query<{ seconds: number }[]>(NEXT));
    return row?.seconds ?? undefined;
  }
}
