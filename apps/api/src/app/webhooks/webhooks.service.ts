import { WEBHOOKS_MAX } from '@docket/domain';
import { HttpStatus, Injectable, PreconditionFailedException } from '@nestjs/common';
import type { Author } from '../people';
import type { SignedIn } from '../platform/access/authenticator';
import { requireStepUp } from '../platform/access/step-up';
import { Transactions } from '../platform/database/transactions';
import { ProblemException } from '../platform/problems/problem.exception';
import { WebhookSecrets } from './delivery/webhook-secrets';
import { WebhookSender } from './delivery/webhook-sender';
import { TOO_MANY_WEBHOOKS } from './problem-kinds';
import { WebhookAudit, receiverOf, typesOf } from './webhook-audit';
import {
  SELECT_WEBHOOKS,
  type StoredWebhook,
  type WebhookChanges,
  type WebhookRow,
  findWebhook,
  lockWebhook,
  missingWebhook,
} from './webhook-row';

/** A webhook with its new secret, for its receiver. */
export interface NewSecret {
  readonly webhook: WebhookRow;
  readonly secret: string;
}

/** Preconditions for a change of a webhook. */
export interface ChangeConditions {
  /** Versions that may be changed; undefined allows any. */
  readonly versions?: readonly number[];
  /** The session of the person; undefined for a token and in an open API, which need no step-up authentication. */
  readonly session?: SignedIn;
}

/**
 * The position starts at the oldest running transaction, which may still write events. A new webhook therefore also delivers events that
 * other transactions have written since that one began.
 */
const INSERT = `
  INSERT INTO webhooks (name, url, types, epoch, horizon, event_id)
  VALUES ($1, $2, $3, feed_epoch(), pg_snapshot_xmin(pg_current_snapshot()), 9223372036854775807) RETURNING id`;

/** Turning a webhook on again clears its earlier failures. */
const UPDATE = `
  UPDATE webhooks SET name = coalesce($2, name), url = coalesce($3, url), types = coalesce($4, types),
    state = CASE WHEN $5::boolean THEN CASE WHEN state = 'off' THEN 'on' ELSE state END WHEN NOT $5 THEN 'off' ELSE state END,
    off_reason = CASE WHEN $5 THEN NULL WHEN NOT $5 THEN coalesce(off_reason, 'person') ELSE off_reason END,
    failing_since = CASE WHEN $5 AND state = 'off' THEN NULL ELSE failing_since END, version = version + 1
  WHERE id = $1`;

const ROTATE = 'UPDATE webhooks SET secret_no = secret_no + 1, rotated_at = now(), version = version + 1 WHERE id = $1';

/** A deleted webhook is off and hidden. `removed-webhooks.ts` deletes its log and then the row. */
const REMOVE = `
  UPDATE webhooks SET deleted_at = now(), state = 'off', off_reason = coalesce(off_reason, 'person')
  FROM (SELECT id, state <> 'off' AS was_on FROM webhooks WHERE id = $1 FOR NO KEY UPDATE) AS before
  WHERE webhooks.id = before.id AND deleted_at IS NULL RETURNING webhooks.id, name, before.was_on AS "wasOn"`;

/** Key of the advisory lock that serializes creations, so that concurrent requests cannot exceed the maximum. Any fixed number works. */
const ADD_LOCK = 4_207_304;

/** Manages webhooks. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: WebhookSecrets,
    private readonly sender: WebhookSender,
    private readonly audit: WebhookAudit,
  ) {}

  list(): Promise<WebhookRow[]> {
    return this.transactions.statement((manager) => manager.query<WebhookRow[]>(`${SELECT_WEBHOOKS} ORDER BY id`));
  }

  /** @throws NotFoundException if the webhook does not exist */
  find(id: number): Promise<WebhookRow> {
    return this.transactions.statement((manager) => findWebhook(manager, id));
  }

  /** @throws ProblemException if there are too many webhooks, or without a SECRET_KEY */
  create(author: Author, { name, url, types }: Required<Omit<WebhookChanges, 'isOn'>>): Promise<NewSecret> {
    return this.transactions.run(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [ADD_LOCK]);
      const [{ webhooks }] = await manager.query<[{ webhooks: number }]>(
        'SELECT count(*)::int AS webhooks FROM webhooks WHERE deleted_at IS NULL',
      );
      if (webhooks >= WEBHOOKS_MAX) {
        throw new ProblemException(
          HttpStatus.CONFLICT,
          TOO_MANY_WEBHOOKS,
          `There may be at most ${WEBHOOKS_MAX} webhooks`,
        );
      }
      const [{ id }] = await manager.query<[{ id: number }]>(INSERT, [name, url, [...types]]);
      const webhook = await findWebhook(manager, id);
      await this.audit.record(manager, 'webhook_created', author, webhook, {
        ...receiverOf(webhook),
        ...typesOf(webhook),
      });
      return this.withSecret(webhook);
    });
  }

  /**
   * Changes a webhook. Sending current values changes nothing: the version stays.
   * @throws NotFoundException if the webhook does not exist
   * @throws PreconditionFailedException if it has another version
   * @throws ProblemException if the URL changes without a recent proof of identity
   */
  change(
    author: Author,
    id: number,
    { name, url, types, isOn }: WebhookChanges,
    { versions, session }: ChangeConditions = {},
  ): Promise<WebhookRow> {
    return this.transactions.run(async (manager) => {
      const before = await lockWebhook(manager, id);
      if (versions && !versions.includes(before.version)) {
        throw new PreconditionFailedException(`Webhook ${id} has changed since it was read`);
      }
      // As on creation, because another receiver gets the deliveries.
      if (session && url !== undefined && url !== before.url) requireStepUp(session);
      if (!differs(before, { name, url, types, isOn })) return findWebhook(manager, id);
      await manager.query(UPDATE, [id, name ?? null, url ?? null, types ? [...types] : null, isOn ?? null]);
      const after = await findWebhook(manager, id);
      await this.audit.recordChange(manager, author, before, after);
      this.transactions.afterCommit(() => this.sender.wake()); // pending deliveries may have a working receiver now
      return after;
    });
  }

  /**
   * Deletes a webhook. Its log may have more rows than a request has time for, so it is deleted later, in batches.
   * @throws NotFoundException if the webhook does not exist
   */
  remove(author: Author, id: number): Promise<void> {
    return this.transactions.run(async (manager) => {
      const [[removed]] = await manager.query<[{ id: number; name: string; wasOn: boolean }[], number]>(REMOVE, [id]);
      if (!removed) throw missingWebhook(id);
      if (removed.wasOn) await this.audit.record(manager, 'webhook_turned_off', author, removed);
      await this.audit.record(manager, 'webhook_deleted', author, removed);
    });
  }

  /**
   * Creates a new secret. For a day, deliveries are also signed with the old one. @throws NotFoundException if the webhook does not exist
   */
  rotate(author: Author, id: number): Promise<NewSecret> {
    return this.transactions.run(async (manager) => {
      await manager.query(ROTATE, [id]);
      const webhook = await findWebhook(manager, id);
      await this.audit.record(manager, 'webhook_secret_changed', author, webhook);
      return this.withSecret(webhook);
    });
  }

  private withSecret(webhook: WebhookRow): NewSecret {
    return { webhook, secret: this.secrets.secretOf(webhook) };
  }
}

/** Whether a change contains a value that differs from the webhook's. */
function differs(webhook: StoredWebhook, { name = webhook.name, url = webhook.url, types, isOn }: WebhookChanges) {
  return (
    name !== webhook.name ||
    url !== webhook.url ||
    (types !== undefined && typesOf({ types }).types !== typesOf(webhook).types) ||
    (isOn !== undefined && isOn !== (webhook.state !== 'off'))
  );
}
