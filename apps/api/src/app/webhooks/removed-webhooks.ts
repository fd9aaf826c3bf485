import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import { BatchedDeletion } from '../platform/jobs/batched-deletion';

const TIMES = { firstMs: 30_000, intervalMs: 60_000 };

/** The attempts are deleted by cascade. ORDER BY selects the index by webhook, so the deliveries of other webhooks are not read. */
const DELETE_LOGS = `
  DELETE FROM webhook_deliveries WHERE id IN (
    SELECT delivery.id FROM webhooks AS webhook CROSS JOIN LATERAL (
      SELECT id FROM webhook_deliveries WHERE webhook_id = webhook.id ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED) AS delivery
    WHERE webhook.deleted_at IS NOT NULL LIMIT $1)`;

const DELETE_WEBHOOKS = `
  DELETE FROM webhooks WHERE id IN (
    SELECT id FROM webhooks AS webhook
    WHERE deleted_at IS NOT NULL AND NOT EXISTS (SELECT FROM webhook_deliveries WHERE webhook_id = webhook.id)
    LIMIT $1 FOR UPDATE SKIP LOCKED)`;

/** Deletes the logs of deleted webhooks, which may have millions of rows, and then the webhooks. */
@Injectable()
export class RemovedWebhooks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly deletions: readonly BatchedDeletion[];

  constructor(transactions: Transactions) {
    const name = 'Webhooks';
    this.deletions = [
      new BatchedDeletion(transactions, { name, what: 'Logs of deleted webhooks', ...TIMES, sql: DELETE_LOGS }),
      new BatchedDeletion(transactions, { name, what: 'Deleted webhooks', ...TIMES, sql: DELETE_WEBHOOKS }),
    ];
  }

  onApplicationBootstrap(): void {
    for (const deletion of this.deletions) deletion.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.deletions.map((deletion) => deletion.stop()));
  }

  async run(): Promise<void> {
    for (const deletion of this.deletions) await deletion.run();
  }
}
