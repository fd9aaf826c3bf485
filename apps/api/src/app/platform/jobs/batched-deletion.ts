import { Logger } from '@nestjs/common';
import type { Transactions } from '../database/transactions';
import { RepeatedJob } from './repeated-job';

/** Rows that one statement deletes. Requests run in between: the embedded database has one connection. */
const DELETION_BATCH = 500;

export interface BatchedDeletionOptions {
  /** For the log. */
  readonly name: string;
  /** What is deleted, at the start of a sentence. */
  readonly what: string;
  readonly firstMs: number;
  readonly intervalMs: number;
  /** Deletes at most {@link DELETION_BATCH} rows, $1. It skips rows that another process deletes. */
  readonly sql: string;
}

/** Deletes rows that are too old, in batches, from time to time. */
export class BatchedDeletion {
  private readonly job: RepeatedJob;

  constructor(
    private readonly transactions: Transactions,
    private readonly options: BatchedDeletionOptions,
  ) {
    const { name, what, firstMs, intervalMs } = options;
    const onFailure = (error: unknown) =>
      new Logger(name).warn(`${what} could not be deleted; the next attempt follows: ${String(error)}`);
    this.job = new RepeatedJob({ name, firstMs, intervalMs, pass: () => this.run(), onFailure });
  }

  start(): void {
    this.job.start();
  }

  stop(): Promise<void> {
    return this.job.stop();
  }

  /** Deletes all rows that are too old. */
  async run(): Promise<void> {
    for (let deleted = DELETION_BATCH; deleted === DELETION_BATCH && !this.job.signal.aborted;) {
      [, deleted] = await this.transactions.statement((manager) =>
        manager.query<[unknown[], number]>(this.options.sql, [DELETION_BATCH]),
      );
    }
  }
}
