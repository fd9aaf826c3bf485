import { ConsoleLogger } from '@nestjs/common';
import { createTestDatabase, eventually, freePort, runSql, type TestDatabase } from '@docket/testing';
import { createMigratedDatabase } from '../../../testing/test-database';
import { SCHEMA } from '../../schema/schema';
import { Settings } from '../config/settings';
import { MIGRATE_COMMAND } from '../startup/migrate-command';
import { waitForMigrations } from '../startup/wait-for-migrations';
import { openDatabase, openForMaintenance } from './open-database';

const SERVER = process.env['TEST_DATABASE_URL'];
const onServer = SERVER ? it : it.skip;
const LOGGER = new ConsoleLogger({ logLevels: [] });

const removals: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});

function settingsOf(database: TestDatabase, overrides: Partial<Settings> = {}): Settings {
  removals.push(database.remove);
  return Object.assign(new Settings(), database.settings, overrides);
}

const migrate = async (settings: Settings) =>
  (await MIGRATE_COMMAND.run([], { settings: () => settings, schema: SCHEMA, report: () => undefined })).data;

it('applies what is pending by a command, and finds nothing afterwards', async () => {
  const settings = settingsOf(await createMigratedDatabase());
  const database = await openForMaintenance(settings, SCHEMA);
  await database.undoLastMigration().finally(() => database.destroy());

  expect(await migrate(settings)).toEqual({ applied: [SCHEMA.migrations.at(-1)?.name] });
  expect(await migrate(settings)).toEqual({ applied: [] });
});

onServer('creates the tables of an empty database by a command', async () => {
  const settings = settingsOf(await createTestDatabase(), { MIGRATE: 'off' });

  expect(await migrate(settings)).toEqual({ applied: SCHEMA.migrations.map(({ name }) => name) });
});

(SERVER ? it.skip : it)('creates no data folder by a command', async () => {
  await expect(migrate(Object.assign(new Settings(), { DATA_DIR: '/nowhere' }))).rejects.toThrow(
    'There is no Docket database in /nowhere.',
  );
});

onServer('does not open a database that lacks migrations, and leaves it as it is', async () => {
  const settings = settingsOf(await createTestDatabase(), { MIGRATE: 'off' });

  await expect(openDatabase(settings, SCHEMA, LOGGER)).rejects.toThrow(
    /^The database lacks \d+ migrations of this version, and MIGRATE is off\. Run "docket migrate"\.$/,
  );

  expect(await runSql(settings.DATABASE_URL ?? '', `SELECT to_regclass('migrations') AS found`)).toEqual([
    { found: null },
  ]);
});

onServer('is alive and not ready until the migrations are applied, and then frees the port', async () => {
  const PORT = await freePort();
  const settings = settingsOf(await createTestDatabase(), { MIGRATE: 'off', PORT });
  const get = (path: string) => fetch(`http://127.0.0.1:${PORT}${path}`);

  let isWaiting = true;
  const waiting = waitForMigrations(settings, SCHEMA, LOGGER).finally(() => (isWaiting = false));
  waiting.catch(() => undefined); // is awaited below
  const alive = await eventually(async () => (isWaiting ? await get('/healthz') : 'ended'));
  if (alive === 'ended') throw new Error('It did not wait', { cause: await waiting.catch((error: unknown) => error) });
  const [ready, list] = [await get('/readyz'), await get('/api/tickets/')];

  expect([alive.status, ready.status, list.status]).toEqual([200, 503, 503]);
  expect(ready.headers.get('content-type')).toContain('application/problem+json');
  expect(await ready.json()).toMatchObject({
    detail:
      'The database has not all migrations of this version. Run "docket migrate", or restart Docket, which migrates unless MIGRATE is off (migrations-pending)',
    writable: false,
    reasons: ['migrations-pending'],
  });
  expect(isWaiting).toBe(true);
  await migrate(settings);
  await waiting;
  await expect(get('/healthz')).rejects.toThrow();
  await (await openDatabase(settings, SCHEMA, LOGGER)).destroy();
});

onServer('does not wait for a database that is migrated', async () => {
  const settings = settingsOf(await createMigratedDatabase(), { MIGRATE: 'off', PORT: await freePort() });

  await expect(waitForMigrations(settings, SCHEMA, LOGGER)).resolves.toBeUndefined();
});
