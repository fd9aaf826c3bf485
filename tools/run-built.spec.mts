import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-run-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'run-built.mjs'), ...args], { encoding: 'utf8', env: {} });

it('asks for a build if there is none', () => {
  const { status, stdout, stderr } = run(join(folder, 'people.js'), 'link');

  expect([status, stdout, stderr]).toEqual([2, '', 'Docket is not built. Run npm run build first.\n']);
});

it('runs a built program with its arguments', () => {
  const program = join(folder, 'people.js');
  writeFileSync(program, 'console.log(process.argv.slice(2).join()); process.exitCode = 3;');

  const { status, stdout } = run(program, 'link', 'priya@desk.example');

  expect([status, stdout]).toEqual([3, 'link,priya@desk.example\n']);
});
