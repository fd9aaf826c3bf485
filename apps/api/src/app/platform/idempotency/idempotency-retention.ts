import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import { BatchedDeletion } from '../jobs/batched-deletion';
import { KEPT_HOURS } from './key-owner';

const DELETE = `
  DELETE FROM idempotency_keys WHERE (actor, key) IN (
    SELECT actor, key FROM idempotency_keys WHERE created_at < now() - make_interval(hours => ${KEPT_HOURS})
    ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED)`;

/** Deletes the answers of the keys that are too old to be used. */
@Injectable()
export class IdempotencyRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly deletion: BatchedDeletion;

  constructor(transactions: Transactions) {
    this.deletion = new BatchedDeletion(transactions, {
      name: 'Idempotency',
      what: 'Old idempotency keys',
      firstMs: 90_000,
      intervalMs: 10 * 60_000,
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
