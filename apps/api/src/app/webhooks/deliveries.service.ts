import { randomUUIDv7 } from 'node:crypto';
import type { DeliveryState, WebhookType } from '@docket/domain';
import { HttpStatus, Injectable, NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Author } from '../people';
import { Transactions } from '../platform/database/transactions';
import { ProblemException } from '../platform/problems/problem.exception';
import { IS_LEASED } from './delivery/due-deliveries';
import { WebhookSender } from './delivery/webhook-sender';
import { MOVE_BACK } from './move-back';
import { WEBHOOK_OFF } from './problem-kinds';
import { WebhookAudit } from './webhook-audit';
import { missingWebhook, requireWebhook } from './webhook-row';

/** Type of a test delivery. */
export const TEST_TYPE = 'webhook.test';
/** Page size of the delivery log. */
export const DELIVERIES_PAGE = 50;
/** Maximum number of attempts listed for a delivery, newest first. */
const ATTEMPTS_SHOWN = 10;

export interface AttemptRow {
  readonly at: string;
  readonly ms: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly answer: string | null;
}

export interface DeliveryRow {
  readonly id: string;
  readonly position: string;
  readonly type: WebhookType | typeof TEST_TYPE;
  readonly ticket_id: number | null;
  readonly body: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly next_at: string;
  readonly created_at: string;
  readonly attempts: readonly AttemptRow[];
}

/** Adds the attempts to the deliveries of a subquery. Joined inside the subquery, PostgreSQL may choose the wrong index. */
const withAttempts = (deliveries: string) => `
  SELECT id, position::text, type, ticket_id, body, state, tries, next_at, created_at, (
    SELECT coalesce(json_agg(json_build_object('at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'ms', ms,
      'status', status, 'error', error, 'answer', answer) ORDER BY attempt_id DESC), '[]')
    FROM (SELECT id AS attempt_id, at, ms, status, error, answer FROM webhook_attempts WHERE delivery_id = delivery.id
      ORDER BY id DESC LIMIT ${ATTEMPTS_SHOWN}) AS newest) AS attempts
  FROM (${deliveries}) AS delivery ORDER BY delivery.position DESC`; // by number: the text column above sorts 99 after 100

/** Greater than every position. */
const LAST_POSITION = '9223372036854775807';

/** Separate SQL with and without the state, so that each uses its own index. */
const list = (andState = '') =>
  withAttempts(`
    SELECT * FROM webhook_deliveries WHERE webhook_id = $1 AND position < $2::bigint ${andState}
    ORDER BY position DESC LIMIT ${DELIVERIES_PAGE + 1}`);
const LIST = list();
const LIST_BY_STATE = list('AND state = $3');

const FIND = withAttempts(`
  SELECT * FROM webhook_deliveries
  WHERE webhook_id = $1 AND id = $2 AND EXISTS (SELECT FROM webhooks WHERE id = $1 AND deleted_at IS NULL)`);

const ADD_TEST = `INSERT INTO webhook_deliveries (id, webhook_id, type, body) VALUES ($1, $2, $3, $4)`;

const AGAIN = `
  UPDATE webhook_deliveries SET state = 'pending', tries = 0, next_at = now(), created_at = now() WHERE webhook_id = $1 AND id = $2
    AND NOT ${IS_LEASED} RETURNING id`;

/** The log of deliveries: lists and repeats deliveries. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sender: WebhookSender,
    private readonly audit: WebhookAudit,
  ) {}

  /**
   * A page of a webhook's deliveries, newest first. One row more than {@link DELIVERIES_PAGE} if more follow.
   * @param before the position of the last delivery of the page before
   * @throws NotFoundException if the webhook does not exist
   */
  list(webhookId: number, { state, before }: { state?: DeliveryState; before?: string }): Promise<DeliveryRow[]> {
    return this.transactions.run(async (manager) => {
      await requireWebhook(manager, webhookId);
      const page = [webhookId, before ?? LAST_POSITION];
      return state
        ? manager.query<DeliveryRow[]>(LIST_BY_STATE, [...page, state])
        : manager.query<DeliveryRow[]>(LIST, page);
    });
  }

  /** @throws NotFoundException if the delivery does not exist */
  find(webhookId: number, id: string): Promise<DeliveryRow> {
    return this.transactions.statement((manager) => find(manager, webhookId, id));
  }

  /**
   * Sends a test delivery, which belongs to no event.
   * @throws ProblemException if the webhook is off
   * @throws NotFoundException if the webhook does not exist
   */
  test(webhookId: number): Promise<DeliveryRow> {
    const id = randomUUIDv7();
    const body = JSON.stringify({
      type: TEST_TYPE,
      timestamp: new Date().toISOString(),
      data: { webhook_id: webhookId },
    });
    return this.sending(webhookId, async (manager) => {
      await manager.query(ADD_TEST, [id, webhookId, TEST_TYPE, body]);
      return id;
    });
  }

  /**
   * Sends a delivery again, with the same id and body. Changes and records nothing while it is being sent.
   * @throws ProblemException if the webhook is off
   * @throws NotFoundException if the delivery does not exist
   */
  redeliver(author: Author, webhookId: number, id: string): Promise<DeliveryRow> {
    return this.sending(webhookId, async (manager, webhook) => {
      const [again] = await manager.query<[unknown[], number]>(AGAIN, [webhookId, id]);
      if (again.length) await this.audit.record(manager, 'webhook_replayed', author, webhook, { delivery: id });
      return id;
    });
  }

  /**
   * Delivers all events since a time again. Deliveries that are still in the log keep their ids, so receivers can recognise duplicates.
   * @throws ProblemException if the webhook is off
   */
  async replay(author: Author, webhookId: number, since: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const webhook = await requireOn(manager, webhookId);
      await manager.query(MOVE_BACK, [webhookId, since]);
      await this.audit.record(manager, 'webhook_replayed', author, webhook, { since });
    });
    this.transactions.afterCommit(() => this.sender.wake());
  }

  private async sending(
    webhookId: number,
    work: (manager: EntityManager, webhook: OnWebhook) => Promise<string>,
  ): Promise<DeliveryRow> {
    const delivery = await this.transactions.run(async (manager) => {
      const webhook = await requireOn(manager, webhookId);
      return find(manager, webhookId, await work(manager, webhook));
    });
    this.transactions.afterCommit(() => this.sender.wake());
    return delivery;
  }
}

async function find(manager: EntityManager, webhookId: number, id: string): Promise<DeliveryRow> {
  const [row] = await manager.query<DeliveryRow[]>(FIND, [webhookId, id]);
  if (!row) throw new NotFoundException(`Webhook ${webhookId} has no delivery ${id}`);
  return row;
}

/** A webhook that is turned on. */
interface OnWebhook {
  readonly id: number;
  readonly name: string;
}

async function requireOn(manager: EntityManager, id: number): Promise<OnWebhook> {
  const [webhook] = await manager.query<(OnWebhook & { readonly state: string })[]>(
    'SELECT id, name, state FROM webhooks WHERE id = $1 AND deleted_at IS NULL',
    [id],
  );
  if (!webhook) throw missingWebhook(id);
  if (webhook.state !== 'off') return webhook;
  throw new ProblemException(HttpStatus.CONFLICT, WEBHOOK_OFF, `Webhook ${id} is off. Turn it on first`);
}
