import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';

/** The work of a migration on a table that existed before. */
export interface TableWork {
  readonly table: string;
  /** Number of rows read, inserted, updated or deleted, in the table and its indexes. Building an index reads all rows of the table. */
  readonly rows: number;
  /** Whether the table has been rewritten, for example after a change of a column's type. */
  readonly isRewritten: boolean;
  /** Locks that block writers, or also readers. They are held until the end of the transaction. */
  readonly locks: readonly string[];
}

interface Measure {
  readonly name: string;
  readonly rows: number;
  readonly file: string;
  readonly locks: string[];
}

/**
 * The statistics of the current transaction. PostgreSQL counts the rows that it reads to build an index, to validate a constraint or to
 * rewrite a table like those of a query. Statistics of earlier transactions may be included, but then in both measurements.
 */
const MEASURE = `
  SELECT relname AS name, pg_relation_filenode(oid)::text AS file,
    (pg_stat_get_xact_tuples_returned(oid) + pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
      + pg_stat_get_xact_tuples_deleted(oid) + coalesce(
        (SELECT sum(pg_stat_get_xact_tuples_returned(indexrelid)) FROM pg_index WHERE indrelid = pg_class.oid), 0))::int AS rows,
    ARRAY(
      SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted AND pg_locks.relation = pg_class.oid
        AND mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock') ORDER BY mode) AS locks
  FROM pg_class WHERE relname = ANY($1) AND relnamespace = 'public'::regnamespace AND relkind = 'r'
  ORDER BY relname`;

/** Applies a migration in a transaction, and returns its work on each table that existed before. */
export async function measureMigration(
  database: DataSource,
  migration: Pick<MigrationInterface, 'up'>,
  tables: readonly string[],
): Promise<TableWork[]> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    const before = await measure(runner, tables);
    await migration.up(runner);
    const after = await measure(runner, tables);
    await runner.commitTransaction();
    return before.flatMap((earlier) => {
      const later = after.find(({ name }) => name === earlier.name);
      if (!later) return [];
      const { name: table, locks } = later;
      return [{ table, rows: later.rows - earlier.rows, isRewritten: later.file !== earlier.file, locks }];
    });
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

function measure(runner: QueryRunner, tables: readonly string[]): Promise<Measure[]> {
  return runner.query(MEASURE, [[...tables]]) as Promise<Measure[]>;
}
