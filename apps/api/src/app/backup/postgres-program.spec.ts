import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@docket/testing';
import { requireDumpVersion, runPostgres } from './postgres-program';

let folder: string;
const path = process.env['PATH'];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docket-programs-'));
  process.env['PATH'] = folder;
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

function install(script: string): void {
  writeFileSync(join(folder, 'pg_dump'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'pg_dump'), 0o755);
}

it('says what to install if a program is missing', async () => {
  await expect(requireDumpVersion(170_004)).rejects.toThrow(
    'pg_dump is missing. Install the client programs of PostgreSQL',
  );
});

it('refuses a program that is older than the server', async () => {
  install('echo "pg_dump (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)"');

  await expect(requireDumpVersion(150_004)).resolves.toBeUndefined();
  await expect(requireDumpVersion(170_004)).rejects.toThrow(
    'pg_dump is of PostgreSQL 15, but the server is PostgreSQL 17. Install the client programs of version 17 or newer.',
  );
});

it('passes the password in the environment only', async () => {
  install('echo "$PGPASSWORD $@"');

  const printed = await runPostgres('pg_dump', ['-Fc'], { url: 'postgres://docket:se%2Fcret@db.lan/desk' });

  expect(printed).toBe('se/cret -Fc --dbname=postgres://docket@db.lan/desk\n');
});

it('reports what a failing program says', async () => {
  install('echo "no such database" >&2; exit 3');

  await expect(runPostgres('pg_dump', [])).rejects.toThrow('pg_dump failed: no such database');
});

it('waits for a program that it has told to end', async () => {
  install('trap "sleep 0.5; echo > $0.ended; exit" TERM; echo > $0.begun; while :; do :; done');
  process.env['PATH'] = `${folder}:${path}`;
  const ending = new AbortController();

  const running = runPostgres('pg_dump', [], { signal: ending.signal });
  await eventually(() => existsSync(join(folder, 'pg_dump.begun')));
  ending.abort();

  await expect(running).rejects.toThrow('aborted');
  expect(existsSync(join(folder, 'pg_dump.ended'))).toBe(true);
});

it('ends a program that is no longer needed', async () => {
  install('while :; do :; done');
  const ending = new AbortController();

  const running = runPostgres('pg_dump', [], { signal: ending.signal });
  setTimeout(() => ending.abort(), 100);

  await expect(running).rejects.toThrow('aborted');
});
