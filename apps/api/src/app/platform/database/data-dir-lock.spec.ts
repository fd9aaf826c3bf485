import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDir } from './data-dir-lock';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('gives a folder to one at a time, and makes it where it is missing', () => {
  const dataDir = join(folder, 'new', 'data');
  const unlock = lockDataDir(dataDir);

  expect(() => lockDataDir(dataDir)).toThrow(/is in use by another Docket process/);

  unlock();
  lockDataDir(dataDir)();
});

it('says so when the folder cannot be written', () => {
  writeFileSync(join(folder, 'file'), '');

  expect(() => lockDataDir(join(folder, 'file'))).toThrow(/cannot be written \(EEXIST\)/);
});

it('says so, and soon, where no folder can ever be made', () => {
  expect(() => lockDataDir('/proc/docket')).toThrow(/\/proc\/docket cannot be written/);
});
