import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

/** Milliseconds between two checks for due maintenance. A check takes about 1 ms. */
const INTERVAL_MS = 10_000;

/** Bytes of write-ahead log after which a checkpoint is due. */
const MAX_LOG_BYTES = 64 * 2 ** 20;

/**
 * Tables that changed by a tenth or grew by a fifth since their last maintenance, or never had any. The number of changes is lost
 * when the process ends, but the file keeps its size. Building an index updates the recorded size without gathering statistics.
 * The tables lie in a schema on the search path, so their names suffice.
 */
const CHANGED_TABLES = `
  SELECT changed.relname AS name
  FROM pg_stat_user_tables AS changed JOIN pg_class AS relation ON relation.oid = changed.relid
  WHERE changed.n_mod_since_analyze > 50 + 0.1 * relation.reltuples
    OR pg_relation_size(relation.oid) / current_setting('block_size')::integer > 10 + 1.2 * relation.relpages
    OR relation.reltuples > 50 AND NOT EXISTS (SELECT FROM pg_statistic WHERE starelid = relation.oid)
  ORDER BY name`;

/** Bytes of write-ahead log that the next start would replay if the process ended now. */
const LOG_BYTES = `
  SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS bytes FROM pg_control_checkpoint()`;

/**
 * Does the work of a server's background processes, which the embedded database does not have. Without statistics the planner
 * guesses, and a search takes several times as long. Without checkpoints the log grows for the life of the process, and the start
 * after a crash replays all of it. Requests wait for each statement: about half a second at 100,000 tickets.
 * @returns the statements that were due
 */
export async function maintain(database: DataSource, maxLogBytes = MAX_LOG_BYTES): Promise<string[]> {
  const done: string[] = [];
  const run = async (statement: string) => {
    await database.query(statement);
    done.push(statement);
  };
  const changed: { name: string }[] = await database.query(CHANGED_TABLES);
  for (const { name } of changed) {
    await run(`VACUUM ${name}`); // Two statements instead of VACUUM ANALYZE, so waiting requests run between them.
    await run(`ANALYZE ${name}`);
  }
  const [log] = await database.query<{ bytes: number }[]>(LOG_BYTES);
  if (log && log.bytes > maxLogBytes) await run('CHECKPOINT');
  return done;
}

/**
 * Maintains a database at intervals, which do not keep the process alive.
 * @returns a function that stops the maintenance
 */
export function startMaintenance(database: DataSource, intervalMs = INTERVAL_MS): () => void {
  let isRunning = false;
  let isStopped = false;
  const check = async () => {
    if (isRunning) return; // The last check still waits for the one connection.
    isRunning = true;
    try {
      await maintain(database);
    } catch (error) {
      // The next check tries again. If the database is broken, the requests report it.
      if (!isStopped) Logger.warn(`The maintenance of the embedded database failed: ${String(error)}`, 'Database');
    } finally {
      isRunning = false;
    }
  };
  const timer = setInterval(() => void check(), intervalMs);
  timer.unref();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
