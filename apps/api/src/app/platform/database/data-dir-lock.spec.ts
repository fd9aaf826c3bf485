import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDir } from './data-dir-lock';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('locks a folder for one holder, and creates it if it is missing', () => {
  const dataDir = join(folder, 'new', 'data');
  const unlock = lockDataDir(dataDir);

  expect(() => lockDataDir(dataDir)).toThrow(/is in use by another Docket process/);

  unlock();
  lockDataDir(dataDir)();
});

it('reports a folder that cannot be written', () => {
  writeFileSync(join(folder, 'file'), '');

  expect(() => lockDataDir(join(folder, 'file'))).toThrow(/cannot be written \(EEXIST\)/);
});

it('reports a folder that cannot be created', () => {
  expect(() => lockDataDir('/proc/docket')).toThrow(/\/proc\/docket cannot be written/);
});
