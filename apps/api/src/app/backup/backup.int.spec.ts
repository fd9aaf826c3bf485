import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerDatabase } from '@docket/testing';
import { createMigratedDatabase } from '../../testing/test-database';
import { fillDesk } from '../../testing/filled-desk';
import { Settings } from '../platform/config/settings';
import { openForMaintenance } from '../platform/database/open-database';
import { ServerAddress } from '../platform/database/hosts/server-address';
import { copyDataDir } from '../platform/database/files/copy-data-dir';
import { type Place, openPlace, placeOf } from '../platform/database/transfer/place';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { SCHEMA } from '../schema/schema';
import { backUp } from './back-up';
import { RESTORE_COMMAND } from './backup-commands';
import { createBackupFolder } from './backup-folder';
import { MANIFEST } from './backup-manifest';
import { readContents } from './check-database';
import { restoreBackup } from './restore-backup';
import { requireSameFiles, verifyBackup } from './verify-backup';

const SERVER = process.env['TEST_DATABASE_URL'];
const OPTIONS = { schema: SCHEMA, report: () => undefined };

let folder: string;
let settings: Settings;
let source: Place;
const removals: (() => Promise<unknown> | void)[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docket-backup-'));
  const database = await createMigratedDatabase();
  settings = Object.assign(new Settings(), database.settings);
  source = placeOf(settings);
  removals.push(() => rmSync(folder, { recursive: true }), database.remove);
});
afterEach(async () => {
  for (const remove of removals.splice(0).reverse()) await remove();
});

const makeBackup = (keep = 7) => backUp(source, { directory: join(folder, 'backups'), keep, report: () => undefined });

/** A new folder, or an empty database of the server. */
async function newPlace(): Promise<Place> {
  if (!SERVER) return { form: 'embedded', dataDir: join(folder, 'restored') };
  const { url, remove } = await createServerDatabase(SERVER, 'template0');
  removals.push(remove);
  return { form: 'server', address: new ServerAddress(url) };
}

async function inPlace<T>(place: Place, work: (connection: TransferConnection) => Promise<T>): Promise<T> {
  const connection = await openPlace(place);
  return work(connection).finally(() => connection.close());
}

async function contentsAndEpoch(connection: TransferConnection) {
  const [row] = await connection.query<{ epoch: string }[]>('SELECT feed_epoch()::text AS epoch');
  return { contents: await readContents(connection), epoch: BigInt(row?.epoch ?? 0) };
}

/** Changes one byte in the middle of a file. */
function flipByte(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

it('restores every row into a new place, with a later epoch of the history', async () => {
  await inPlace(source, (connection) => fillDesk(connection, 100));
  const before = await inPlace(source, contentsAndEpoch);

  const { path } = await makeBackup();
  const target = await newPlace();
  await restoreBackup(path, target, { ...OPTIONS, keepWebhooks: true });

  expect(path).toMatch(/docket-\d{8}T\d{6}Z$/);
  const after = await inPlace(target, contentsAndEpoch);
  expect(after.contents).toEqual(before.contents);
  expect(after.epoch).toBeGreaterThan(before.epoch);
  await expect(restoreBackup(path, target, OPTIONS)).rejects.toThrow(/is not empty|is not an empty database/);
});

it('turns the webhooks of the copy off, unless they are to be kept', async () => {
  await inPlace(source, (connection) =>
    connection.query(
      `INSERT INTO webhooks (name, url, types, state, off_reason, epoch, horizon, event_id)
       VALUES ('ERP', 'https://erp.example', '{ticket.created}', 'on', NULL, 1, '5', 9),
         ('CRM', 'https://crm.example', '{ticket.created}', 'off', 'gone', 1, '5', 9)`,
    ),
  );
  const { path } = await makeBackup();
  const target = await newPlace();
  const states = (place: Place) =>
    inPlace(place, (connection) => connection.query('SELECT state, off_reason FROM webhooks ORDER BY id'));

  const { webhooksOff } = await restoreBackup(path, target, OPTIONS);

  expect(webhooksOff).toBe(1);
  expect(await states(target)).toEqual([
    { state: 'off', off_reason: 'person' },
    { state: 'off', off_reason: 'gone' },
  ]);
  const unchanged = [
    { state: 'on', off_reason: null },
    { state: 'off', off_reason: 'gone' },
  ];
  expect(await states(source)).toEqual(unchanged);
  const other = SERVER ? await newPlace() : { form: 'embedded' as const, dataDir: join(folder, 'other') };
  expect(await restoreBackup(path, other, { ...OPTIONS, keepWebhooks: true })).toMatchObject({ webhooksOff: 0 });
  expect(await states(other)).toEqual(unchanged);
});

(SERVER ? it.skip : it)('says in the result of the command which webhooks are off', async () => {
  await inPlace(source, (connection) =>
    connection.query(
      `INSERT INTO webhooks (name, url, types, epoch, horizon, event_id) VALUES ('ERP', 'https://erp.example', '{ticket.created}', 1, '5', 9)`,
    ),
  );
  const { path } = await makeBackup();
  const restore = (...args: string[]) => RESTORE_COMMAND.run([path, ...args], { ...OPTIONS, settings: () => settings });

  const off = await restore('--to', join(folder, 'copy'));
  const kept = await restore('--keep-webhooks', '--to', join(folder, 'replacement'));

  expect(off.data).toMatchObject({ webhooks_off: 1 });
  expect(off.lines.join(' ')).toContain('1 webhook was turned off');
  expect(kept.data).toMatchObject({ webhooks_off: 0 });
  expect(kept.lines.join(' ')).not.toContain('webhook');
  await expect(restore('--keep-webhooks')).rejects.toThrow('Usage: docket restore');
});

it('stays as it is when it is checked, and is refused with one wrong byte', async () => {
  const { path, manifest } = await makeBackup();

  await verifyBackup(path);
  await expect(requireSameFiles(path, manifest)).resolves.toBeUndefined();
  flipByte(join(path, manifest.files[0]?.path ?? ''));

  await expect(verifyBackup(path)).rejects.toThrow(/is damaged: \S+ has changed/);
  await expect(restoreBackup(path, await newPlace(), OPTIONS)).rejects.toThrow('is damaged');
});

it('keeps older backups if a new one cannot be made, and the newest ones otherwise', async () => {
  const directory = join(folder, 'backups');
  for (const name of ['docket-20260101T030000Z', 'docket-20260102T030000Z', 'docket-20260103T030000Z.unverified']) {
    mkdirSync(join(directory, name), { recursive: true });
    writeFileSync(join(directory, name, MANIFEST), '{}');
  }

  const { path, removed } = await makeBackup(2);

  expect(removed).toEqual(['docket-20260103T030000Z.unverified', 'docket-20260101T030000Z']);
  expect(readdirSync(directory).map((name) => join(directory, name))).toEqual(
    expect.arrayContaining([path, join(directory, 'docket-20260102T030000Z')]),
  );
});

it('migrates a backup of an earlier version, and refuses one of a later version', async () => {
  const database = await openForMaintenance(settings, SCHEMA);
  await database.undoLastMigration().finally(() => database.destroy());
  const { path, manifest } = await makeBackup();
  const target = await newPlace();

  await restoreBackup(path, target, OPTIONS);

  const { migrations } = await inPlace(target, readContents);
  expect(migrations).toHaveLength(manifest.migrations.length + 1);
  const later = { ...manifest, migrations: [...manifest.migrations, 'Flying1999999999999'] };
  writeFileSync(join(path, MANIFEST), JSON.stringify(later));
  await expect(restoreBackup(path, await newPlace(), OPTIONS)).rejects.toThrow(
    'The backup belongs to a newer version of Docket (Flying1999999999999).',
  );
});

it('refuses the other form of the database', async () => {
  const { path } = await makeBackup();
  const other: Place = SERVER
    ? { form: 'embedded', dataDir: join(folder, 'other') }
    : { form: 'server', address: new ServerAddress('postgres://127.0.0.1:1/desk') };

  await expect(restoreBackup(path, other, OPTIONS)).rejects.toThrow('docket move then takes it to the other form');
});

(SERVER ? it.skip : it)('leaves a copy that is damaged unverified', async () => {
  const table = await inPlace(source, async (connection) => {
    await fillDesk(connection, 100);
    const [row] = await connection.query<{ path: string }[]>(`SELECT pg_relation_filepath('messages') AS path`);
    return row?.path ?? '';
  });
  const copy = await createBackupFolder(join(folder, 'backups'), new Date());
  await copyDataDir(settings.DATA_DIR, copy);
  flipByte(join(copy, 'database', table));

  await expect(verifyBackup(copy)).rejects.toThrow(/is damaged:/);

  expect(readdirSync(join(folder, 'backups'))).toEqual([expect.stringMatching(/Z\.unverified$/)]);
});

(SERVER ? it.skip : it)('refuses to copy a database that Docket uses', async () => {
  const database = await openForMaintenance(settings, SCHEMA);

  await expect(makeBackup()).rejects.toThrow('Docket is running and uses the data folder');

  await database.destroy();
});
