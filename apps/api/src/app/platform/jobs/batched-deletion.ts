import { Logger } from '@nestjs/common';
import type { Transactions } from '../database/transactions';
import { RepeatedJob } from './repeated-job';

/** Maximum number of rows of one statement. Requests run between statements: the embedded database has one connection. */
export const DELETION_BATCH = 500;

export interface BatchedDeletionOptions {
  /** For the log. */
  readonly name: string;
  /** Names the deleted rows in the log, capitalised: the start of a sentence. */
  readonly what: string;
  readonly firstMs: number;
  readonly intervalMs: number;
  /** Deletes at most {@link DELETION_BATCH} rows, $1. It skips rows that another process deletes. */
  readonly sql: string;
}

/** Deletes expired rows at intervals, in batches. */
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

  /** Deletes all expired rows. */
  run(): Promise<void> {
    return deleteInBatches(this.transactions, this.options.sql, { signal: this.job.signal });
  }
}

interface BatchesOptions {
  /** Ends after the running batch. */
  readonly signal: AbortSignal;
  /** $2 and the following ones. */
  readonly parameters?: readonly unknown[];
}

/**
 * Runs a DELETE until no rows are left.
 * @param sql deletes at most {@link DELETION_BATCH} rows, $1, and skips locked rows: after waiting for rows that another process deletes,
 * it would delete fewer than a full batch, and the loop would end too early.
 */
export async function deleteInBatches(
  transactions: Transactions,
  sql: string,
  { signal, parameters = [] }: BatchesOptions,
): Promise<void> {
  for (let deleted = DELETION_BATCH; deleted === DELETION_BATCH && !signal.aborted;) {
    [, deleted] = await transactions.statement((manager) =>
      manager.query<[unknown[], number]>(sql, [DELETION_BATCH, ...parameters]),
    );
  }
}
