import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import { RepeatedJob } from '../jobs/repeated-job';
import { KEPT_HOURS } from './key-owner';

const FIRST_MS = 90_000;
const INTERVAL_MS = 10 * 60_000;
/** Rows that one statement deletes. Requests run in between: the embedded database has one connection. */
export const BATCH_SIZE = 500;

/** Skips rows that another process deletes. */
const DELETE = `
  DELETE FROM idempotency_keys WHERE (actor, key) IN (
    SELECT actor, key FROM idempotency_keys WHERE created_at < now() - make_interval(hours => ${KEPT_HOURS})
    ORDER BY created_at LIMIT ${BATCH_SIZE} FOR UPDATE SKIP LOCKED)`;

/** Deletes the answers of the keys that are too old to be used. */
@Injectable()
export class IdempotencyRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Idempotency');
  private readonly job = new RepeatedJob({
    name: 'idempotency-retention',
    firstMs: FIRST_MS,
    intervalMs: INTERVAL_MS,
    pass: () => this.run(),
    onFailure: (error) => this.logger.warn(`Old idempotency keys could not be deleted yet: ${String(error)}`),
  });

  constructor(private readonly transactions: Transactions) {}

  onApplicationBootstrap(): void {
    this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  /** Deletes all old answers, in batches. */
  async run(): Promise<void> {
    for (let deleted = BATCH_SIZE; deleted === BATCH_SIZE && !this.job.signal.aborted;) {
      [, deleted] = await this.transactions.statement((manager) => manager.query<[unknown[], number]>(DELETE));
    }
  }
}
