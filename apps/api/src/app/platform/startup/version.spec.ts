import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VERSION, withCommit } from './version';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-version-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ['1ab14a934f20\n', '0.1.0+1ab14a934f20'],
  ['1ab14a934f20-dirty\n', '0.1.0+1ab14a934f20-dirty'],
  ['', '0.1.0'],
  ['main', '0.1.0'],
  ['1ab14a934f20" injected', '0.1.0'],
])('takes the commit %j as %s', (text, version) => {
  writeFileSync(join(folder, 'commit'), text);

  expect(withCommit('0.1.0', folder)).toBe(version);
});

it('needs no commit', () => {
  expect(withCommit('0.1.0', folder)).toBe('0.1.0');
  expect(VERSION).toBe('unbuilt');
});
