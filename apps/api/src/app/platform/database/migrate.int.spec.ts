import { DataSource, type QueryRunner } from 'typeorm';
import { createMigratedDatabase } from '../../../testing/test-database';
import { StartupError } from '../startup/startup-error';
import { ServerAddress } from './hosts/server-address';
import { migrationOptions } from './data-source-options';
import { migrate } from './migrate';

/** A migration that needs a lock of a table for a moment. */
class AddColumn1999000000000 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE added ()');
    await runner.query('ALTER TABLE tickets ADD added integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets DROP added');
  }
}

const SCHEMA = { entities: [], migrations: [AddColumn1999000000000], onlineChanges: [] };

// The embedded database has one connection, so nobody else holds a lock.
const onServer = process.env['TEST_DATABASE_URL'] === undefined ? describe.skip : describe;

onServer('a migration of a table that another connection has locked', () => {
  let remove: () => Promise<void>;
  let database: DataSource;
  let other: DataSource;
  let holder: QueryRunner;
  beforeEach(async () => {
    const test = await createMigratedDatabase();
    remove = () => test.remove();
    const address = new ServerAddress(test.settings.DATABASE_URL ?? '');
    database = await new DataSource(migrationOptions(SCHEMA, address)).initialize();
    other = await new DataSource(migrationOptions(SCHEMA, address)).initialize();
    holder = other.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM tickets LIMIT 1');
  });
  afterEach(async () => {
    await holder.release();
    await other.destroy();
    await database.destroy();
    await remove();
  });
  const exists = async () => {
    const [row] = await database.query<{ name: string | null }[]>(`SELECT to_regclass('added') AS name`);
    return row?.name !== null;
  };

  it('gives up after some attempts, says why, and changes nothing', async () => {
    const migrated = migrate(database, undefined, { attempts: 2, pauseMs: 0 });

    await expect(migrated).rejects.toThrow(StartupError);
    await expect(migrated).rejects.toThrow(/keeps a table locked/);
    expect(await exists()).toBe(false);
    await holder.rollbackTransaction();
  });

  it('succeeds when the lock is released', async () => {
    let isMigrated = false;
    const migrated = migrate(database, undefined, { attempts: 1000, pauseMs: 200 }).then(() => (isMigrated = true));

    await holder.query('SELECT pg_sleep(3)'); // longer than the lock timeout
    expect(isMigrated).toBe(false);
    await holder.commitTransaction();
    await migrated;

    expect(await exists()).toBe(true);
  });
});
