import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import type { Attempt } from './webhook-request';

/** Seconds after which another process may take a delivery whose sender has died. Longer than a try. */
const LEASE_SECONDS = 60;

/** Deliveries of one webhook that are sent at the same time, so that a slow receiver leaves room for the others. */
const AT_ONCE_OF_ONE = 5;

/** Hours of failures after which a webhook counts as failing, and days after which it is off. */
const FAILING_HOURS = 6;
const OFF_DAYS = 5;

/** A delivery that this process sends. */
export interface DueDelivery {
  readonly id: string;
  readonly body: string;
  /** The number of tries, with this one. */
  readonly tries: number;
  readonly webhook_id: number;
  readonly url: string;
  readonly secret_no: number;
  readonly rotated_at: string | null;
}

/**
 * Of each ticket, the first try of a delivery waits for those of earlier ones. Receivers get changes in their order, until a try fails.
 */
const CLAIM = `
  WITH due AS (
    SELECT delivery.id FROM webhooks AS webhook CROSS JOIN LATERAL (
      SELECT id FROM webhook_deliveries AS candidate
      WHERE webhook_id = webhook.id AND state = 'pending' AND next_at <= now()
        AND (leased_until IS NULL OR leased_until < now())
        AND NOT (tries = 0 AND EXISTS (
          SELECT FROM webhook_deliveries AS earlier
          WHERE earlier.webhook_id = webhook.id AND earlier.ticket_id = candidate.ticket_id AND earlier.state = 'pending'
            AND earlier.position < candidate.position AND (earlier.tries = 0 OR earlier.tries = 1 AND earlier.leased_until >= now())))
      ORDER BY next_at, position
      LIMIT greatest(0, ${AT_ONCE_OF_ONE} - (
        SELECT count(*) FROM webhook_deliveries WHERE webhook_id = webhook.id AND state = 'pending' AND leased_until >= now()))
      FOR NO KEY UPDATE SKIP LOCKED) AS delivery
    WHERE webhook.state <> 'off' ORDER BY random() LIMIT $1)
  UPDATE webhook_deliveries AS delivery
  SET tries = tries + 1, leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
  FROM due, webhooks AS webhook WHERE delivery.id = due.id AND webhook.id = delivery.webhook_id
  RETURNING delivery.id, delivery.body, delivery.tries, webhook.id AS webhook_id, webhook.url, webhook.secret_no, webhook.rotated_at`;

const LOG = `
  INSERT INTO webhook_attempts (delivery_id, ms, status, error, answer)
  SELECT id, $2, $3, $4, $5 FROM webhook_deliveries WHERE id = $1`;

/** Nothing happens to a delivery that another process has taken since: that one's outcome counts. */
const FINISH = `
  UPDATE webhook_deliveries SET state = $3, leased_until = NULL, next_at = now() + make_interval(secs => $4)
  WHERE id = $1 AND tries = $2 AND state = 'pending'`;

const RELEASE = `
  UPDATE webhook_deliveries SET tries = tries - 1, leased_until = NULL WHERE id = $1 AND tries = $2 AND state = 'pending'`;

const RECOVER = `
  UPDATE webhooks SET state = 'on', failing_since = NULL, version = version + (state = 'failing')::int
  WHERE id = $1 AND state <> 'off' AND failing_since IS NOT NULL`;

const FAIL = `
  UPDATE webhooks SET failing_since = coalesce(failing_since, now()),
    state = CASE WHEN $2 OR failing_since < now() - make_interval(days => ${OFF_DAYS}) THEN 'off'
      WHEN failing_since < now() - make_interval(hours => ${FAILING_HOURS}) THEN 'failing' ELSE state END,
    off_reason = CASE WHEN $2 THEN 'gone' WHEN failing_since < now() - make_interval(days => ${OFF_DAYS}) THEN 'failing' END,
    version = version + 1
  WHERE id = $1 AND state <> 'off' AND ($2 OR failing_since IS NULL
    OR failing_since < now() - make_interval(days => ${OFF_DAYS})
    OR state = 'on' AND failing_since < now() - make_interval(hours => ${FAILING_HOURS}))
  RETURNING state, off_reason`;

const NEXT = `
  SELECT extract(epoch FROM min(next.next_at) - now())::float8 AS seconds
  FROM webhooks AS webhook CROSS JOIN LATERAL (
    SELECT next_at FROM webhook_deliveries WHERE webhook_id = webhook.id AND state = 'pending' AND next_at > now()
    ORDER BY next_at LIMIT 1) AS next
  WHERE webhook.state <> 'off'`;

/** What a failure made of a webhook, if it changed. */
export interface FailedWebhook {
  readonly state: 'on' | 'failing' | 'off';
  readonly off_reason: 'gone' | 'failing' | null;
}

/** The outcome of a try. */
export interface Outcome {
  readonly state: 'sent' | 'pending' | 'dead';
  /** Time until the next try of a pending delivery, in milliseconds. */
  readonly delayMs?: number;
  /** Whether the receiver wants nothing more (410). */
  readonly isGone: boolean;
}

/** The deliveries that are due, taken by one process at a time. */
@Injectable()
export class DueDeliveries {
  constructor(private readonly transactions: Transactions) {}

  /** Takes at most so many deliveries. No transaction stays open while they are sent. */
  async claim(limit: number): Promise<readonly DueDelivery[]> {
    const [claimed] = await this.transactions.statement((manager) =>
      manager.query<[DueDelivery[], number]>(CLAIM, [limit]),
    );
    return claimed;
  }

  /**
   * Stores the outcome of a try.
   * @returns what the failure made of the webhook, if it changed
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
      if (state === 'sent') await manager.query(RECOVER, [webhook_id]);
      if (state === 'sent') return undefined;
      const [[failed]] = await manager.query<[FailedWebhook[], number]>(FAIL, [webhook_id, isGone]);
      return failed;
    });
  }

  /** Gives a delivery back whose try ended with this process. The try does not count. */
  async release({ id, tries }: DueDelivery): Promise<void> {
    await this.transactions.statement((manager) => manager.query(RELEASE, [id, tries]));
  }

  /** Seconds until the next try that is not due yet; undefined if there is none. */
  async secondsUntilNext(): Promise<number | undefined> {
    const [row] = await this.transactions.statement((manager) => manager.query<{ seconds: number }[]>(NEXT));
    return row?.seconds ?? undefined;
  }
}
