import { WEBHOOKS_MAX, type WebhookOffReason, type WebhookState, type WebhookType } from '@docket/domain';
import { HttpStatus, Injectable, NotFoundException, PreconditionFailedException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../platform/database/transactions';
import { ProblemException } from '../platform/problems/problem.exception';
import { WebhookSecrets } from './delivery/webhook-secrets';
import { TOO_MANY_WEBHOOKS } from './problem-kinds';

export interface WebhookRow {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly types: readonly WebhookType[];
  readonly state: WebhookState;
  readonly off_reason: WebhookOffReason | null;
  readonly failing_since: string | null;
  readonly rotated_at: string | null;
  readonly created_at: string;
  readonly secret_no: number;
  readonly version: number;
  /** Deliveries that wait for a try. */
  readonly pending: number;
}

/** What a webhook is or becomes. Absent fields stay as they are. */
export interface WebhookChanges {
  readonly name?: string;
  readonly url?: string;
  readonly types?: readonly WebhookType[];
  readonly isOn?: boolean;
}

/** A webhook with the secret that its receiver needs. */
export interface NewSecret {
  readonly webhook: WebhookRow;
  readonly secret: string;
}

const SELECT = `
  SELECT id, name, url, types, state, off_reason, failing_since, rotated_at, created_at, secret_no, version,
    (SELECT count(*)::int FROM webhook_deliveries WHERE webhook_id = webhooks.id AND state = 'pending') AS pending
  FROM webhooks`;

/** Behind all events that are settled now: a new webhook tells what happens from now on. */
const INSERT = `
  INSERT INTO webhooks (name, url, types, epoch, horizon, event_id)
  VALUES ($1, $2, $3, feed_epoch(), pg_snapshot_xmin(pg_current_snapshot()), 9223372036854775807) RETURNING id`;

/** One that is on again starts afresh: it counts as failing only by new failures. */
const UPDATE = `
  UPDATE webhooks SET name = coalesce($2, name), url = coalesce($3, url), types = coalesce($4, types),
    state = CASE WHEN $5::boolean THEN CASE WHEN state = 'off' THEN 'on' ELSE state END WHEN NOT $5 THEN 'off' ELSE state END,
    off_reason = CASE WHEN $5 THEN NULL WHEN NOT $5 THEN coalesce(off_reason, 'person') ELSE off_reason END,
    failing_since = CASE WHEN $5 AND state = 'off' THEN NULL ELSE failing_since END, version = version + 1
  WHERE id = $1`;

const ROTATE = 'UPDATE webhooks SET secret_no = secret_no + 1, rotated_at = now(), version = version + 1 WHERE id = $1';

/** Deliveries that one statement deletes: other requests run in between. */
const LOG_BATCH = 500;

const TURN_OFF = `UPDATE webhooks SET state = 'off', off_reason = coalesce(off_reason, 'person') WHERE id = $1`;

const DELETE_LOG = `
  DELETE FROM webhook_deliveries WHERE id IN (SELECT id FROM webhook_deliveries WHERE webhook_id = $1 LIMIT $2)`;

/** The key of the advisory lock that those who add a webhook take, so that there are never too many. Any fixed number works. */
const ADD_LOCK = 4_207_304;

/** Manages webhooks. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: WebhookSecrets,
  ) {}

  list(): Promise<WebhookRow[]> {
    return this.transactions.statement((manager) => manager.query<WebhookRow[]>(`${SELECT} ORDER BY id`));
  }

  /** @throws NotFoundException if there is none */
  find(id: number): Promise<WebhookRow> {
    return this.transactions.statement((manager) => find(manager, id));
  }

  /** @throws ProblemException if there are too many, or no secret can be made */
  create({ name, url, types }: Required<Omit<WebhookChanges, 'isOn'>>): Promise<NewSecret> {
    return this.transactions.run(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [ADD_LOCK]);
      const [{ webhooks }] = await manager.query<[{ webhooks: number }]>(
        'SELECT count(*)::int AS webhooks FROM webhooks',
      );
      if (webhooks >= WEBHOOKS_MAX) {
        throw new ProblemException(
          HttpStatus.CONFLICT,
          TOO_MANY_WEBHOOKS,
          `There may be at most ${WEBHOOKS_MAX} webhooks`,
        );
      }
      const [{ id }] = await manager.query<[{ id: number }]>(INSERT, [name, url, [...types]]);
      return this.withSecret(await find(manager, id));
    });
  }

  /**
   * @param versions the versions that may be changed; undefined for any
   * @throws NotFoundException if there is none
   * @throws PreconditionFailedException if it has another version
   */
  change(id: number, { name, url, types, isOn }: WebhookChanges, versions?: readonly number[]): Promise<WebhookRow> {
    return this.transactions.run(async (manager) => {
      await manager.query('SELECT FROM webhooks WHERE id = $1 FOR UPDATE', [id]);
      const { version } = await find(manager, id);
      if (versions && !versions.includes(version)) {
        throw new PreconditionFailedException(`Webhook ${id} has changed since it was read`);
      }
      await manager.query(UPDATE, [id, name ?? null, url ?? null, types ? [...types] : null, isOn ?? null]);
      return find(manager, id);
    });
  }

  /**
   * Deletes a webhook and its log, which may be long: in batches, and nothing is added meanwhile.
   * @throws NotFoundException if there is none
   */
  async remove(id: number): Promise<void> {
    await this.transactions.statement((manager) => manager.query(TURN_OFF, [id]));
    for (let left = LOG_BATCH; left === LOG_BATCH;) {
      [, left] = await this.transactions.statement((manager) =>
        manager.query<[unknown[], number]>(DELETE_LOG, [id, LOG_BATCH]),
      );
    }
    const [, deleted] = await this.transactions.statement((manager) =>
      manager.query<[unknown[], number]>('DELETE FROM webhooks WHERE id = $1', [id]),
    );
    if (deleted === 0) throw missing(id);
  }

  /** Makes a new secret. The old one signs as well for a day. @throws NotFoundException if there is no such webhook */
  rotate(id: number): Promise<NewSecret> {
    return this.transactions.run(async (manager) => {
      await manager.query(ROTATE, [id]);
      return this.withSecret(await find(manager, id));
    });
  }

  private withSecret(webhook: WebhookRow): NewSecret {
    return { webhook, secret: this.secrets.secretOf(webhook) };
  }
}

async function find(manager: EntityManager, id: number): Promise<WebhookRow> {
  const [webhook] = await manager.query<WebhookRow[]>(`${SELECT} WHERE id = $1`, [id]);
  if (!webhook) throw missing(id);
  return webhook;
}

function missing(id: number): NotFoundException {
  return new NotFoundException(`Webhook ${id} does not exist`);
}
