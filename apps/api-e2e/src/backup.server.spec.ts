import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase } from '@docket/testing';
import { docket } from './support/docket';

// Backups of PostgreSQL servers have integration tests instead: not every machine has a matching pg_dump.

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docket-backup-'));
  database = await createTestDatabase();
});
afterEach(async () => {
  await database.remove();
  rmSync(folder, { recursive: true });
});

it('makes no backup through a pooler, and names the setting that it needs', async () => {
  const settings = { ...database.settings, BACKUP_DIR: folder, DATABASE_POOLER: 'transaction' };

  const refused = await docket(['backup'], settings);

  expect(refused).toMatchObject({ code: 2, output: expect.stringContaining('Set DATABASE_DIRECT_URL') as string });
  expect(readdirSync(folder)).toEqual([]);
});
