import { setTimeout as sleep } from 'node:timers/promises';
import type { OnlineConnection } from './online-change';

/** An index as a change creates it. */
export interface OnlineIndex {
  readonly name: string;
  /** The text of CREATE INDEX after the name. */
  readonly definition: string;
}

/**
 * Creates an index while others read and write the table. An interrupted attempt leaves an invalid index under the name, which is
 * dropped first.
 */
export async function createIndexOnline(
  connection: OnlineConnection,
  { name, definition }: OnlineIndex,
): Promise<void> {
  const [found] = await connection.query<{ valid: boolean }>(
    'SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass($1)',
    [name],
  );
  if (found?.valid) return;
  if (found) await connection.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  await connection.query(`CREATE INDEX CONCURRENTLY ${name} ${definition}`);
}

/** Time that one batch should take, in milliseconds: others wait for its row locks, and on the embedded database for all of it. */
const BATCH_MS = 100;
/** Pause after a batch, relative to its duration, so that requests get most of the machine. */
const PAUSE = 0.5;
/** Limits of the number of rows in a batch. */
const BATCH_ROWS = { first: 50, min: 10, max: 2000 };

/** The result of one batch. */
export interface Batch {
  /** Number of rows that were changed. */
  readonly rows: number;
  /** The key after which the next batch starts. */
  readonly last: number | null;
}

/**
 * Changes rows in the order of their key, in batches of about 100 ms. A batch that changes no row ends the pass.
 * @param change changes up to `limit` rows with a key above `after`
 * @returns the number of changed rows
 */
export async function changeInBatches(
  { signal }: Pick<OnlineConnection, 'signal'>,
  change: (after: number, limit: number) => Promise<Batch | undefined>,
): Promise<number> {
  let limit = BATCH_ROWS.first;
  let changed = 0;
  for (let after = 0; ;) {
    const start = performance.now();
    const batch = await change(after, limit);
    if (!batch?.rows || batch.last === null) return changed;
    const milliseconds = performance.now() - start;
    changed += batch.rows;
    after = batch.last;
    limit = nextLimit(limit, milliseconds);
    await sleep(milliseconds * PAUSE, undefined, { signal });
  }
}

/** The size of the next batch: the rows that take 100 ms at the current rate, but at most twice as many as in the last batch. */
export function nextLimit(limit: number, milliseconds: number): number {
  const wanted = Math.round(limit * Math.min(2, BATCH_MS / Math.max(milliseconds, 1)));
  return Math.min(BATCH_ROWS.max, Math.max(BATCH_ROWS.min, wanted));
}
