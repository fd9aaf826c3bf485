import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MANIFEST } from './backup-manifest';
import { backupAge } from './backup-metrics';

const NOW = new Date('2026-11-29T09:00:00Z');
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-backup-age-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const age = (settings: { BACKUP_AT?: string; DATABASE_URL?: string }) =>
  backupAge({ BACKUP_DIR: folder, ...settings }, NOW);
const add = (name: string) => {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, MANIFEST), '{}');
};

it('is the time since the newest backup that was checked', async () => {
  for (const name of ['docket-20261127T030000Z', 'docket-20261129T030000Z', 'docket-20261129T080000Z.unverified']) {
    add(name);
  }

  expect(await age({ BACKUP_AT: '03:00' })).toBe(6 * 3600);
  expect(await age({ DATABASE_URL: 'postgres://db' })).toBe(6 * 3600);
});

it('is infinite while nightly backups are on and there is none', async () => {
  add('docket-20261129T030000Z.unverified');

  expect(await age({ BACKUP_AT: '03:00' })).toBe(Infinity);
});

it('is unknown while backups are off, or elsewhere', async () => {
  expect(await age({ DATABASE_URL: 'postgres://db' })).toBeUndefined();
  add('docket-20261129T030000Z');
  expect(await age({})).toBeUndefined();
});
