import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { StartupError } from '../startup/startup-error';

/** The key of the advisory lock that every migrating process takes. Any fixed number works. */
const MIGRATION_LOCK = 4_207_301;

/**
 * Maximum wait of a migration for the lock of a table, in milliseconds. Requests of other processes for the table queue behind it, and
 * time out after 4 seconds. Longer than `deadlock_timeout` (1 s), after which PostgreSQL cancels an autovacuum that holds the lock.
 */
const LOCK_TIMEOUT_MS = 2000;

/** `lock_not_available`: another transaction held a lock for too long. */
const LOCK_TIMEOUT_CODE = '55P03';

/**
 * Maximum number of attempts, and the pause after a lock timeout, in milliseconds. In the pause, waiting requests proceed, and other
 * processes that start at the same time try.
 */
const LOCK_RETRIES = { attempts: 30, pauseMs: 2000 };

const LOCKED =
  'The database cannot be migrated: another connection keeps a table locked, such as a backup by pg_dump or an open transaction. ' +
  'pg_stat_activity shows the oldest ones. Nothing has been changed.';

/**
 * Applies the pending migrations in one transaction, all or none. Several processes may call it at once: the others wait for the
 * lock and then find nothing to do. It uses one connection, because the embedded database has only one.
 *
 * If another transaction holds a table for longer than {@link LOCK_TIMEOUT_MS}, everything is rolled back and starts again, about 30
 * times in two minutes.
 * @param seed inserts sample data; it runs at the end of the transaction that applies the first migration, so once per database
 * @returns the names of the migrations that this process applied
 * @throws StartupError if a table stays locked
 */
export async function migrate(
  database: DataSource,
  seed?: (runner: QueryRunner) => Promise<void>,
  { attempts, pauseMs } = LOCK_RETRIES,
): Promise<string[]> {
  const logger = new Logger('Database');
  for (let attempt = 1; ; attempt++) {
    try {
      return await migrateOnce(database, seed);
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      if (attempt === attempts) throw new StartupError(LOCKED, { cause: error });
      const seconds = (attempts * (LOCK_TIMEOUT_MS + pauseMs)) / 1000;
      if (attempt === 1) logger.warn(`${LOCKED} Trying again for ${seconds} s.`);
      await sleep(pauseMs);
    }
  }
}

async function migrateOnce(database: DataSource, seed?: (runner: QueryRunner) => Promise<void>): Promise<string[]> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    // Without a timeout: another process that migrates may take longer.
    await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await runner.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    const executor = new MigrationExecutor(database, runner);
    executor.transaction = 'none';
    const applied = await executor.executePendingMigrations();
    const [first] = database.migrations;
    if (applied.some(({ instance }) => instance === first)) await seed?.(runner);
    await runner.commitTransaction();
    return applied.map(({ name }) => name);
  } catch (error) {
    // Reports the first error. If the rollback fails too, the connection is lost and the server rolls back.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === LOCK_TIMEOUT_CODE;
}
