import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import { BatchedDeletion } from '../platform/jobs/batched-deletion';

/** Days for which the log keeps deliveries. */
const KEPT_DAYS = 30;

/** The attempts are deleted by cascade. Pending deliveries stay. */
const DELETE = `
  DELETE FROM webhook_deliveries WHERE id IN (
    SELECT id FROM webhook_deliveries WHERE state <> 'pending' AND created_at < now() - make_interval(days => ${KEPT_DAYS})
    ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED)`;

/** Deletes old deliveries. */
@Injectable()
export class WebhookRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly deletion: BatchedDeletion;

  constructor(transactions: Transactions) {
    this.deletion = new BatchedDeletion(transactions, {
      name: 'Webhooks',
      what: 'Old deliveries of webhooks',
      firstMs: 120_000,
      intervalMs: 60 * 60_000,
      sql: DELETE,
    });
  }

  onApplicationBootstrap(): void {
    this.deletion.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.deletion.stop();
  }

  run(): Promise<void> {
    return this.deletion.run();
  }
}
