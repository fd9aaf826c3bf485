import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { eventually } from '@docket/testing';
import { startAnotherInstance } from '../../testing/another-instance';
import { type TestApp, startTestApp } from '../../testing/test-app';
import { openPlace } from '../platform/database/transfer/place';
import { SCHEMA } from '../schema/schema';
import { BackupChecker } from './backup-checker';
import type { BackupDto } from './api/backup.dto';
import * as checkDatabase from './check-database';
import { NightlyBackup } from './nightly-backup';
import { restoreBackup } from './restore-backup';
import { verifyBackup } from './verify-backup';

const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined;
const onEmbedded = isOnServer ? it.skip : it;
const onServer = isOnServer ? it : it.skip;

let folder: string;
let api: TestApp;
const nightly = () => ({ BACKUP_DIR: join(folder, 'backups'), BACKUP_KEEP: 2, BACKUP_AT: '03:00' });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docket-backups-'));
  api = await startTestApp(nightly());
  // Checks in this process: the program for the child process exists only after a build. apps/api-e2e tests it.
  api.app.get(BackupChecker).check = async (path) => void (await verifyBackup(path));
});
afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const start = () => api.inject({ method: 'POST', url: '/api/backups' });
const list = async () => (await api.inject({ url: '/api/backups' })).json<BackupDto[]>();
/** Waits until there is at least one backup and all are in a state. It polls with pauses, because each read stats a thousand files. */
const allAre = (wanted: string) =>
  eventually(async () => {
    await sleep(300);
    const states = (await list()).map(({ state }) => state);
    return states.length > 0 && states.every((state) => state === wanted);
  });
const allChecked = () => allAre('checked');

async function withPath(path: string, work: () => Promise<void>): Promise<void> {
  const before = process.env['PATH'];
  process.env['PATH'] = path;
  await work().finally(() => (process.env['PATH'] = before));
}

const file = (title: string) =>
  api.inject({
    method: 'POST',
    url: '/api/tickets/',
    payload: { title, description: 'A text', category: 'billing', priority: 'low' },
  });

onEmbedded('makes a backup while tickets are filed, with all that was acknowledged before', async () => {
  for (const n of [1, 2, 3]) expect((await file(`Before ${n}`)).statusCode).toBe(201);

  const started = await start();
  const during = await Promise.all([4, 5, 6].map((n) => file(`During ${n}`)));
  await allChecked();

  expect(started.statusCode).toBe(202);
  expect(during.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
  expect(await api.database.query(`SELECT event, details FROM security_events`)).toEqual([
    { event: 'backup_started', details: { name: started.json<BackupDto>().name.replace('.unverified', '') } },
  ]);
  const [backup] = await list();
  expect(backup).toMatchObject({ name: started.json<BackupDto>().name.replace('.unverified', ''), state: 'checked' });
  expect(backup?.bytes).toBeGreaterThan(1_000_000);
  const dataDir = join(folder, 'restored');
  const path = join(folder, 'backups', backup?.name ?? '');
  await restoreBackup(path, { form: 'embedded', dataDir }, { schema: SCHEMA, report: () => undefined });
  const restored = await openPlace({ form: 'embedded', dataDir });
  const titles = await restored.query<{ title: string }[]>('SELECT title FROM tickets ORDER BY id LIMIT 3');
  await restored.close();
  expect(titles).toEqual([{ title: 'Before 1' }, { title: 'Before 2' }, { title: 'Before 3' }]);
});

onEmbedded('refuses a second backup while one is running', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  await allChecked();

  expect([one, other].map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
  const refused = one?.statusCode === 409 ? one : other;
  expect(refused?.json()).toMatchObject({ type: '/problems/backup-running' });
});

onEmbedded('starts no backup if the request does not commit, so that a repetition can', async () => {
  await api.database.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no COMMIT'; END $$;
    CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON security_events DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION refuse()`);
  const startOnce = () => api.inject({ method: 'POST', url: '/api/backups', headers: { 'idempotency-key': 'once' } });
  jest.spyOn(Logger.prototype, 'error').mockImplementation();

  const failed = await startOnce();
  const listed = await list();
  await api.database.query('DROP TRIGGER refuse ON security_events; DROP FUNCTION refuse()');
  const repeated = await startOnce();
  await allChecked();

  expect([failed.statusCode, listed, repeated.statusCode]).toEqual([500, [], 202]);
  expect(await list()).toHaveLength(1);
});

onEmbedded('says why it cannot start', async () => {
  writeFileSync(join(folder, 'backups'), 'a file');

  const response = await start();

  expect([response.statusCode, response.json<{ type: string }>().type]).toEqual([409, '/problems/backup-impossible']);
  rmSync(join(folder, 'backups'));
  expect((await start()).statusCode).toBe(202);
  await allChecked();
});

it('makes the nightly backup once, whichever process makes it', async () => {
  const other = await startAnotherInstance(api, nightly());
  const jobs = [api, other].map(({ app }) => app.get(NightlyBackup));
  if (!isOnServer) jobs.pop(); // the same instance

  await Promise.all(jobs.map((job) => job.pass(new Date())));
  for (const job of jobs) await job.pass(new Date());
  const [backup, ...more] = await list();
  await other.close();

  expect([backup?.state, more]).toEqual(['checked', []]);
  expect(backup?.name).toMatch(/^docket-\d{8}T\d{6}Z$/);
  expect(await verifyBackup(join(folder, 'backups', backup?.name ?? ''))).toMatchObject({
    manifest: { form: isOnServer ? 'server' : 'embedded' },
  });
});

onServer('keeps the number of nightly backups that it should', async () => {
  for (const name of ['docket-20260101T030000Z', 'docket-20260102T030000Z']) {
    mkdirSync(join(folder, 'backups', name), { recursive: true });
    writeFileSync(join(folder, 'backups', name, 'backup.json'), '{}');
  }

  await api.app.get(NightlyBackup).pass(new Date());

  expect((await list()).map(({ name }) => name)).toEqual([expect.any(String), 'docket-20260102T030000Z']);
});

onServer('says at the start and at night that pg_dump is missing', async () => {
  const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const job = api.app.get(NightlyBackup);

  await withPath(folder, async () => {
    job.onApplicationBootstrap();
    await eventually(() => errors.mock.calls.length > 0);
    await job.pass(new Date());
  });

  expect(errors.mock.calls.map(([message]) => String(message))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^There will be no nightly backup: pg_dump is missing\. Install/),
      expect.stringMatching(/^The backup failed: pg_dump is missing\. Install/),
    ]),
  );
  expect(await list()).toEqual([]);
});

onServer('ends pg_dump when the process stops, and leaves no part of a backup', async () => {
  const own = await startTestApp(nightly());
  const program = join(folder, 'pg_dump');
  writeFileSync(program, '#!/bin/sh\n[ "$1" = --version ] && echo "pg_dump (PostgreSQL) 99.0" || exec sleep 600\n', {
    mode: 0o755,
  });

  await withPath(`${folder}:${process.env['PATH']}`, async () => {
    const making = own.app.get(NightlyBackup).pass(new Date());
    await eventually(() => readdirSync(join(folder, 'backups')).length === 1);
    await own.close();
    await making;
  });

  await eventually(() => readdirSync(join(folder, 'backups')).length === 0);
});

onServer('ends pg_dump if the rows cannot be read, before it says so', async () => {
  const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const pid = join(folder, 'pid');
  writeFileSync(
    join(folder, 'pg_dump'),
    `#!/bin/sh\n[ "$1" = --version ] && echo "pg_dump (PostgreSQL) 99.0" && exit\necho $$ > ${pid}\nexec sleep 600\n`,
    { mode: 0o755 },
  );
  const hasBegun = () => eventually(() => existsSync(pid) && readFileSync(pid, 'utf8') !== '');
  jest.spyOn(checkDatabase, 'readContents').mockImplementation(async () => {
    await hasBegun();
    throw new Error('Connection lost');
  });

  await withPath(`${folder}:${process.env['PATH']}`, () => api.app.get(NightlyBackup).pass(new Date()));

  expect(errors.mock.calls.map(([message]) => String(message))).toEqual(['The backup failed: Connection lost']);
  expect(() => process.kill(Number(readFileSync(pid, 'utf8')), 0)).toThrow('ESRCH');
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
});

onEmbedded('leaves a copy that fails the check unverified, and makes another one later', async () => {
  api.app.get(BackupChecker).check = () => Promise.reject(new Error('damaged'));
  await start();
  await allAre('unverified');

  const names = (await list()).map(({ name }) => name);
  expect(names).toEqual([expect.stringMatching(/Z\.unverified$/)]);
});

onServer('says what to do on a server', async () => {
  const response = await start();

  expect(response.statusCode).toBe(409);
  expect(response.json()).toMatchObject({ type: '/problems/backup-by-server' });
  expect(await list()).toEqual([]);
});
