import { setTimeout as sleep } from 'node:timers/promises';
import type { OnlineChange, OnlineConnection } from '../../platform/database/online/online-change';
import { type Batch, changeInBatches, createIndexOnline } from '../../platform/database/online/online-steps';
import { SEARCH_INDEX, SEARCH_INDEX_WITHOUT_STATISTICS } from '../migrations/1765850000000-index-relations';

/** Pause after a pass that found only locked rows, in milliseconds. */
const LOCKED_PAUSE_MS = 1000;

/**
 * Folds a batch of texts: the trigger replaces the null by the folded text. Skips rows that another transaction changes, so that
 * neither waits for the other. The counters, the version and `updated_at` stay.
 */
const FOLD_BATCH = `
  WITH batch AS (
    SELECT id FROM tickets WHERE id > $1 AND folded_text IS NULL ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
  ), changed AS (
    UPDATE tickets SET folded_text = NULL FROM batch WHERE tickets.id = batch.id RETURNING tickets.id
  )
  SELECT count(*)::int AS rows, max(id) AS last FROM changed`;

/**
 * Folds the texts of all tickets and indexes them. The index is created first, while no ticket is in it, so it grows with each batch:
 * nothing is lost if the process ends, and no statement takes long. Until the change is finished, searches do not use either.
 */
export const FOLD_TEXTS: OnlineChange = {
  name: 'fold-texts',
  async apply(connection) {
    await createIndexOnline(connection, SEARCH_INDEX);
    for (const statement of SEARCH_INDEX_WITHOUT_STATISTICS) await connection.query(statement);
    // The earlier index too: each tenth of the batches makes ANALYZE due.
    for (const column of [1, 2, 3]) {
      await connection.query(`ALTER INDEX IF EXISTS tickets_search ALTER COLUMN ${column} SET STATISTICS 0`);
    }
    // A pass skips locked rows, so the last pass has to find none.
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
