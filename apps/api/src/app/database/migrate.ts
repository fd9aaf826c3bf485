import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { MIGRATIONS } from './migrations';

/** Any fixed number: all processes that migrate this product's schema take the same lock. */
const MIGRATION_LOCK = 4_207_301;

/**
 * Applies what is missing, all of it or nothing, in one transaction. Safe to call from several processes at once:
 * the others wait for the lock, then find nothing to do. One connection does it all, since the embedded database has one.
 * @param furnish runs at the end of the transaction that makes the schema: once in the life of a database
 */
export async function migrate(database: DataSource, furnish?: (runner: QueryRunner) => Promise<void>): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const executor = new MigrationExecutor(database, runner);
    executor.transaction = 'none';
    const applied = await executor.executePendingMigrations();
    if (applied.some(({ name }) => name === MIGRATIONS[0]?.name)) await furnish?.(runner);
    await runner.commitTransaction();
  } catch (error) {
    // The first error says what is wrong; a rollback that fails as well has lost its connection, which rolls back too.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
