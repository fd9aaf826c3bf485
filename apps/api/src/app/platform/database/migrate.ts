import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

/** The key of the advisory lock that every migrating process takes. Any fixed number works. */
const MIGRATION_LOCK = 4_207_301;

/**
 * Applies the pending migrations in one transaction, all or none. Several processes may call it at once: the others wait for the
 * lock and then find nothing to do. It uses one connection, because the embedded database has only one.
 * @param seed inserts sample data; it runs at the end of the transaction that applies the first migration, so once per database
 */
export async function migrate(database: DataSource, seed?: (runner: QueryRunner) => Promise<void>): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const executor = new MigrationExecutor(database, runner);
    executor.transaction = 'none';
    const applied = await executor.executePendingMigrations();
    const [first] = database.migrations;
    if (applied.some(({ instance }) => instance === first)) await seed?.(runner);
    await runner.commitTransaction();
  } catch (error) {
    // Reports the first error. If the rollback fails too, the connection is lost and the server rolls back.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
