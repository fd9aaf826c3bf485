import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCHEMA } from '../../schema/schema';
import { Settings } from '../config/settings';
import { lockDataDir } from './data-dir-lock';
import { openForMaintenance } from './open-database';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-maintenance-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const open = (settings: Partial<Settings>) => openForMaintenance(Object.assign(new Settings(), settings), SCHEMA);

it('creates nothing where there is no database', async () => {
  const DATA_DIR = join(folder, 'typo');

  await expect(open({ DATA_DIR })).rejects.toThrow(
    `There is no Docket database in ${DATA_DIR}. Run the command in the folder of Docket, with the same settings.`,
  );
  expect(existsSync(DATA_DIR)).toBe(false);
  await expect(open({ DATA_DIR: folder })).rejects.toThrow(`There is no Docket database in ${folder}.`);
  expect(readdirSync(folder)).toEqual([]);
});

it('asks to stop the Docket that uses the folder', async () => {
  const unlock = lockDataDir(join(folder, 'database')); // any folder of this name counts as a database
  const release = lockDataDir(folder);

  await expect(open({ DATA_DIR: folder })).rejects.toThrow(
    `Docket is running and uses the data folder ${folder}. Stop Docket first.`,
  );

  release();
  unlock();
});

it('names a server that does not respond, without the password', async () => {
  await expect(open({ DATABASE_URL: 'postgres://docket:secret@127.0.0.1:1/desk' })).rejects.toThrow(
    /^The database at 127\.0\.0\.1:1\/desk cannot be used: connect ECONNREFUSED \S+ Check DATABASE_URL and the server\.$/,
  );
});
