import { WEBHOOK_PENDING_MAX, type WebhookOffReason, type WebhookState, type WebhookType } from '@docket/domain';
import { NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The columns of a webhook. */
export interface StoredWebhook {
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
}

/** A webhook with the number of its pending deliveries, for responses. */
export interface WebhookRow extends StoredWebhook {
  /** Number of pending deliveries, at most one more than {@link WEBHOOK_PENDING_MAX}. */
  readonly pending: number;
}

/** Fields of a webhook to set. Absent fields stay unchanged. */
export interface WebhookChanges {
  readonly name?: string;
  readonly url?: string;
  readonly types?: readonly WebhookType[];
  readonly isOn?: boolean;
}

const COLUMNS = 'id, name, url, types, state, off_reason, failing_since, rotated_at, created_at, secret_no, version';

/** Counts pending deliveries up to a maximum: a receiver that was down for days has hundreds of thousands. */
export const SELECT_WEBHOOKS = `
  SELECT ${COLUMNS}, (
    SELECT count(*)::int FROM (
      SELECT FROM webhook_deliveries WHERE webhook_id = webhooks.id AND state = 'pending'
      LIMIT ${WEBHOOK_PENDING_MAX + 1}) AS waiting) AS pending
  FROM webhooks WHERE deleted_at IS NULL`;

/** @throws NotFoundException if the webhook does not exist */
export async function findWebhook(manager: EntityManager, id: number): Promise<WebhookRow> {
  const [webhook] = await manager.query<WebhookRow[]>(`${SELECT_WEBHOOKS} AND id = $1`, [id]);
  if (!webhook) throw missingWebhook(id);
  return webhook;
}

/** Reads a webhook and locks it until the end of the transaction. @throws NotFoundException if the webhook does not exist */
export async function lockWebhook(manager: EntityManager, id: number): Promise<StoredWebhook> {
  const sql = `SELECT ${COLUMNS} FROM webhooks WHERE id = $1 AND deleted_at IS NULL FOR NO KEY UPDATE`;
  const [webhook] = await manager.query<StoredWebhook[]>(sql, [id]);
  if (!webhook) throw missingWebhook(id);
  return webhook;
}

/** @throws NotFoundException if the webhook does not exist */
export async function requireWebhook(manager: EntityManager, id: number): Promise<void> {
  const found = await manager.query<unknown[]>('SELECT FROM webhooks WHERE id = $1 AND deleted_at IS NULL', [id]);
  if (!found.length) throw missingWebhook(id);
}

export function missingWebhook(id: number): NotFoundException {
  return new NotFoundException(`Webhook ${id} does not exist`);
}
