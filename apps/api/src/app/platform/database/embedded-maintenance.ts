import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

/** Milliseconds between two looks at what is due: each look takes about one. */
const INTERVAL = 10_000;

/** Bytes of write-ahead log after which a checkpoint is due. */
const MOST_LOG = 64 * 2 ** 20;

/**
 * Tables that have changed by a tenth, or grown by a fifth, since they were last looked after, or never were. A process that
 * ended forgets what it had counted, and the size of the file remains; building an index notes that size, without statistics.
 * In a schema as in the path, so that a name is enough.
 */
const CHANGED = `
  SELECT changed.relname AS name
  FROM pg_stat_user_tables AS changed JOIN pg_class AS relation ON relation.oid = changed.relid
  WHERE changed.n_mod_since_analyze > 50 + 0.1 * relation.reltuples
    OR pg_relation_size(relation.oid) / current_setting('block_size')::integer > 10 + 1.2 * relation.relpages
    OR relation.reltuples > 50 AND NOT EXISTS (SELECT FROM pg_statistic WHERE starelid = relation.oid)
  ORDER BY name`;

/** Bytes of the log that a start would have to read again if the process ended now. */
const LOGGED = `
  SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS bytes FROM pg_control_checkpoint()`;

/**
 * Does what on a server processes in the background do, of which the embedded database has none: without statistics, the planner
 * guesses, and a search takes several times as long; without checkpoints, the log grows for as long as the process runs, and the
 * start after a crash reads all of it. Requests wait for each statement: about half a second at 100,000 tickets.
 * @returns the statements that were due
 */
export async function maintain(database: DataSource, mostLog = MOST_LOG): Promise<string[]> {
  const done: string[] = [];
  const run = async (statement: string) => {
    await database.query(statement);
    done.push(statement);
  };
  const changed: { name: string }[] = await database.query(CHANGED);
  for (const { name } of changed) {
    await run(`VACUUM ${name}`); // and not both in one: requests that wait are answered in between
    await run(`ANALYZE ${name}`);
  }
  const [log] = await database.query<{ bytes: number }[]>(LOGGED);
  if (log && log.bytes > mostLog) await run('CHECKPOINT');
  return done;
}

/** Looks after a database at intervals, which do not keep the process alive. Returns what ends it. */
export function startMaintenance(database: DataSource, interval = INTERVAL): () => void {
  let busy = false;
  let ended = false;
  const look = async () => {
    if (busy) return; // still waiting for the one connection
    busy = true;
    try {
      await maintain(database);
    } catch (error) {
      // Nothing depends on it now, and the next time may be better. What is broken, requests will say.
      if (!ended) Logger.warn(`The embedded database could not be looked after: ${error}`, 'Database');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), interval);
  timer.unref();
  return () => {
    ended = true;
    clearInterval(timer);
  };
}
