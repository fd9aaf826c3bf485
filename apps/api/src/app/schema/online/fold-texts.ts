import { setTimeout as sleep } from 'node:timers/promises';
import type { OnlineChange, OnlineConnection } from '../../platform/database/online/online-change';
import { type Batch, changeInBatches, createIndexOnline } from '../../platform/database/online/online-steps';
import { SEARCH_INDEX, SEARCH_INDEX_WITHOUT_STATISTICS } from '../migrations/1765850000000-index-relations';

/** Pause after a pass that found locked rows only, in milliseconds. */
const LOCKED_PAUSE_MS = 1000;

/**
 * Folds a batch of texts: the trigger replaces null by the folded text. Skips rows that another transaction has locked, so that neither
 * waits for the other. Counters, version and `updated_at` do not change.
 */
const FOLD_BATCH = `
  WITH batch AS (
    SELECT id FROM tickets WHERE id > $1 AND folded_text IS NULL ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
  ), changed AS (
    UPDATE tickets SET folded_text = NULL FROM batch WHERE tickets.id = batch.id RETURNING tickets.id
  )
  SELECT count(*)::int AS rows, max(id) AS last FROM changed`;

/**
 * Folds the texts of all tickets and indexes them. Creates the index first, while it is still empty, so it grows with each batch: an
 * interrupted process loses no work, and no statement takes long. Searches use neither until the change is finished.
 */
export const FOLD_TEXTS: OnlineChange = {
  name: 'fold-texts',
  async apply(connection) {
    await createIndexOnline(connection, SEARCH_INDEX);
    for (const statement of SEARCH_INDEX_WITHOUT_STATISTICS) await connection.query(statement);
    // Also for the earlier index: ANALYZE becomes due after each tenth of the batches.
    for (const column of [1, 2, 3]) {
      await connection.query(`ALTER INDEX IF EXISTS tickets_search ALTER COLUMN ${column} SET STATISTICS 0`);
    }
    // A pass skips locked rows, so passes repeat until no unfolded text is left.
    while (await hasUnfolded(connection)) {
      const changed = await changeInBatches(connection, async (after, limit) => {
        const [batch] = await connection.query<Batch>(FOLD_BATCH, [after, limit]);
        return batch;
      });
      if (changed === 0) await sleep(LOCKED_PAUSE_MS, undefined, { signal: connection.signal });
    }
  },
};

async function hasUnfolded(connection: OnlineConnection): Promise<boolean> {
  const rows = await connection.query('SELECT FROM tickets WHERE folded_text IS NULL LIMIT 1');
  return rows.length > 0;
}
