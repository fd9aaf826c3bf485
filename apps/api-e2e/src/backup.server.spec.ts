import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase, runSql, stopAllProcesses } from '@docket/testing';
import { docket } from './support/docket';
import { Server } from './support/server';

let database: TestDatabase;
let empty: TestDatabase;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docket-backup-'));
  database = await createTestDatabase();
  empty = await createTestDatabase('template0');
});
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
  await empty.remove();
  rmSync(folder, { recursive: true });
});

it('restores the backup of a running Docket to check it, and leaves nothing of it', async () => {
  const settings = { ...database.settings, BACKUP_DIR: folder };
  const url = new URL(empty.settings.DATABASE_URL ?? '');
  const PGPASSWORD = decodeURIComponent(url.password);
  url.password = '';
  const server = await Server.start(settings);
  expect((await server.post('Kept')).status).toBe(201);

  const made = await docket(['backup'], settings);
  const [name = ''] = readdirSync(folder);
  const checked = await docket(['verify', join(folder, name), '--to', url.href], { ...settings, PGPASSWORD });

  expect(made).toMatchObject({ code: 0, output: expect.stringContaining('Checked backup: ') as string });
  expect(checked).toMatchObject({ code: 0, output: expect.stringContaining('which is empty again.') as string });
  expect(await runSql(empty.settings.DATABASE_URL ?? '', `SELECT to_regclass('tickets') AS found`)).toEqual([
    { found: null },
  ]);
});

it('makes no backup through a pooler, and names the setting that it needs', async () => {
  const settings = { ...database.settings, BACKUP_DIR: folder, DATABASE_POOLER: 'transaction' };

  const refused = await docket(['backup'], settings);

  expect(refused).toMatchObject({ code: 2, output: expect.stringContaining('Set DATABASE_DIRECT_URL') as string });
  expect(readdirSync(folder)).toEqual([]);
});
