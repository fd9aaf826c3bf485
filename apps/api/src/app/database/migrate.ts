import { type DataSource, MigrationExecutor } from 'typeorm';

/** Any fixed number: all processes that migrate this product's schema take the same lock. */
const MIGRATION_LOCK = 4_207_301;

/**
 * Applies what is missing, all of it or nothing, in one transaction. Safe to call from several processes at once:
 * the others wait for the lock, then find nothing to do. One connection does it all, since the embedded database has one.
 */
export async function migrate(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const executor = new MigrationExecutor(database, runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
    await runner.commitTransaction();
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}
