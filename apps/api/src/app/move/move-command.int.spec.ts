import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp } from '../../testing/test-app';
import { Settings } from '../platform/config/settings';
import { openForMaintenance } from '../platform/database/open-database';
import { openPlace, placeOf } from '../platform/database/transfer/place';
import { createMigratedDatabase } from '../../testing/test-database';
import { SCHEMA } from '../schema/schema';
import { runMove } from './move-command';

const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined;
const onServer = isOnServer ? it : it.skip;

let settings: Settings;
let folder: string;
const removals: (() => Promise<unknown> | void)[] = [];
beforeEach(async () => {
  const database = await createMigratedDatabase();
  settings = Object.assign(new Settings(), database.settings);
  folder = mkdtempSync(join(tmpdir(), 'docket-move-command-'));
  removals.push(database.remove, () => rmSync(folder, { recursive: true }));
});
afterEach(async () => {
  for (const remove of removals.splice(0).reverse()) await remove();
});

const run = (...args: string[]) => runMove(args, { settings: () => settings, schema: SCHEMA, report: () => undefined });
const inFolder = (dataDir: string) => Object.assign(new Settings(), { DATA_DIR: dataDir });

it.each([[[]], [['--undo', '--to', 'x']], [['--into', 'x']], [['x']]])('explains its use for %j', async (args) => {
  await expect(run(...args)).rejects.toThrow(/^Usage: docket move/);
});

it('refuses a password that other users of the machine could read', async () => {
  await expect(run('--to', 'postgres://docket:secret@db.lan/desk')).rejects.toThrow(
    'Other users of this machine can read the options of a command. Set the password in PGPASSWORD',
  );
});

it('refuses to undo what has not moved', async () => {
  await expect(run('--undo')).rejects.toThrow(/^The database \S+ has not moved\.$/);
});

onServer('moves into a new folder and back into another database, and undoes a move', async () => {
  const data = join(folder, 'data');
  const seeded = await openForMaintenance(settings, SCHEMA);
  await seeded.query(`INSERT INTO teams (name, name_key) VALUES ('Billing', 'billing')`);
  await seeded.destroy();

  const { lines } = await run('--to', data);
  await expect(run('--to', join(folder, 'again'))).rejects.toThrow(`This database moved to ${data} at`);

  expect(lines[0]).toMatch(new RegExp(`^Moved \\S+ to ${data}: 1 rows of \\d+ tables\\.$`));
  await (await openForMaintenance(inFolder(data), SCHEMA)).destroy();
  const other = await createMigratedDatabase();
  removals.push(other.remove);
  const earlier = settings;
  settings = Object.assign(new Settings(), other.settings);
  await run('--from', data);
  const moved = await openPlace(placeOf(settings));
  expect(await moved.query('SELECT name FROM teams')).toEqual([{ name: 'Billing' }]);
  await moved.close();

  settings = earlier;
  await expect(openForMaintenance(settings, SCHEMA)).rejects.toThrow('This database moved to');
  await run('--undo');
  await (await openForMaintenance(settings, SCHEMA)).destroy();
});

onServer('says where a password belongs if the server asks for one', async () => {
  const address = new URL(settings.DATABASE_URL ?? '');
  address.password = '';
  const known = process.env['PGPASSWORD'];
  delete process.env['PGPASSWORD'];
  removals.push(() => {
    if (known !== undefined) process.env['PGPASSWORD'] = known;
  });
  settings = Object.assign(new Settings(), { DATABASE_URL: address.href });
  const to = join(folder, 'data');
  const problem = 'cannot be used: it asks for a password, and there is none. Set the password in';

  await expect(run('--to', to)).rejects.toThrow(`${problem} the environment variable PGPASSWORD, or in DATABASE_URL.`);
  await expect(run('--from', address.href, '--to', to)).rejects.toThrow(/ the environment variable PGPASSWORD\.$/);
});

onServer('refuses a server that Docket uses', async () => {
  const api = await startTestApp();
  removals.push(() => api.close());
  settings = api.app.get(Settings);

  await expect(run('--to', join(folder, 'data'))).rejects.toThrow(
    /^Docket is running on \S+ \(\d+ connections\)\. Stop it first\.$/,
  );
});
