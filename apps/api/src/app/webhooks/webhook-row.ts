import type { WebhookOffReason, WebhookState, WebhookType } from '@docket/domain';
import { NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A webhook as the database has it. */
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

/** Fields of a webhook to set. Absent ones stay as they are. */
export interface WebhookChanges {
  readonly name?: string;
  readonly url?: string;
  readonly types?: readonly WebhookType[];
  readonly isOn?: boolean;
}

export const SELECT_WEBHOOKS = `
  SELECT id, name, url, types, state, off_reason, failing_since, rotated_at, created_at, secret_no, version,
    (SELECT count(*)::int FROM webhook_deliveries WHERE webhook_id = webhooks.id AND state = 'pending') AS pending
  FROM webhooks WHERE deleted_at IS NULL`;

/** @throws NotFoundException if there is none */
export async function findWebhook(manager: EntityManager, id: number): Promise<WebhookRow> {
  const [webhook] = await manager.query<WebhookRow[]>(`${SELECT_WEBHOOKS} AND id = $1`, [id]);
  if (!webhook) throw missingWebhook(id);
  return webhook;
}

export function missingWebhook(id: number): NotFoundException {
  return new NotFoundException(`Webhook ${id} does not exist`);
}
