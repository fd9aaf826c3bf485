import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerDatabase, runSql } from '@docket/testing';
import { fillDesk } from '../../testing/filled-desk';
import { createMigratedDatabase } from '../../testing/test-database';
import { Settings } from '../platform/config/settings';
import { openForMaintenance } from '../platform/database/open-database';
import { openPlace, placeOf } from '../platform/database/transfer/place';
import { SCHEMA } from '../schema/schema';
import { backUp } from './back-up';
import { VERIFY_COMMAND } from './backup-commands';
import { MANIFEST, type BackupManifest } from './backup-manifest';

const SERVER = process.env['TEST_DATABASE_URL'];

/** Objects of the user, also those of extensions. */
const CONTENTS = `
  SELECT (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS tables,
    (SELECT count(*)::int FROM pg_proc WHERE pronamespace = 'public'::regnamespace) AS functions,
    (SELECT count(*)::int FROM pg_type WHERE typnamespace = 'public'::regnamespace) AS types,
    (SELECT array_agg(nspname::text ORDER BY nspname) FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%') AS schemas,
    (SELECT array_agg(extname::text) FROM pg_extension) AS extensions`;
const EMPTY = [
  { tables: 0, functions: 0, types: 0, schemas: ['information_schema', 'public'], extensions: ['plpgsql'] },
];

let folder: string;
let settings: Settings;
const removals: (() => Promise<unknown> | void)[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docket-verify-'));
  const database = await createMigratedDatabase();
  settings = Object.assign(new Settings(), database.settings);
  removals.push(() => rmSync(folder, { recursive: true }), database.remove);
});
afterEach(async () => {
  for (const remove of removals.splice(0).reverse()) await remove();
});

const makeBackup = async () =>
  (await backUp(placeOf(settings), { directory: join(folder, 'backups'), keep: 7, report: () => undefined })).path;

const verify = (path: string, to: string, report: (line: string) => void = () => undefined) =>
  VERIFY_COMMAND.run([path, '--to', to], { settings: () => settings, schema: SCHEMA, report });

/** Connects to a database as the API does, and runs SQL. */
const CLIENT = `
  const client = new (require('pg').Client)({ connectionString: process.argv[1], application_name: process.argv[3] });
  client.connect().then(() => client.query(process.argv[2])).then(() => client.end());`;

/** Runs SQL synchronously in another process, before the next statement of the command: progress reports are synchronous. */
const runSqlNow = (url: string, sql: string) =>
  execFileSync(process.execPath, ['-e', CLIENT, url, sql, 'somebody'], { cwd: __dirname });

/** Opens a session like the API's and keeps it open. */
function startSession(url: string): void {
  const session = spawn(process.execPath, ['-e', CLIENT, url, 'SELECT pg_sleep(300)', 'docket'], { cwd: __dirname });
  removals.push(() => void session.kill());
  runSqlNow(
    url,
    `DO $$ BEGIN
      WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'docket' AND datname = current_database()) LOOP
        PERFORM pg_sleep(0.05), pg_stat_clear_snapshot();
      END LOOP;
    END $$`,
  );
}

/** An empty database: its URL, and the URL for the command, whose password is in PGPASSWORD. */
async function emptyDatabase(): Promise<{ readonly url: string; readonly to: string }> {
  const { url, remove } = await createServerDatabase(SERVER ?? '', 'template0');
  removals.push(remove);
  const address = new URL(url);
  process.env['PGPASSWORD'] = decodeURIComponent(address.password);
  address.password = '';
  return { url, to: address.href };
}

(SERVER ? describe : describe.skip)('the backup of a server', () => {
  it('is restored into an empty database, compared, and removed again', async () => {
    const source = await openPlace(placeOf(settings));
    await fillDesk(source, 50).finally(() => source.close());
    const path = await makeBackup();
    const { url, to } = await emptyDatabase();

    const { lines, data, failed } = await verify(path, to);

    expect(failed).toBeFalsy();
    expect(lines).toEqual([
      expect.stringMatching(/ is complete: \d+ rows of .*\. It was restored into .*, which is empty again\.$/),
    ]);
    expect(data).toMatchObject({ ok: true, form: 'server' });
    expect(await runSql(url, CONTENTS)).toEqual(EMPTY);
  });

  it('fails if a row differs or a counter is wrong, and leaves the database empty', async () => {
    const { url, to } = await emptyDatabase();
    const differing = await makeBackup();
    const file = join(differing, MANIFEST);
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as BackupManifest;
    const tables = manifest.tables.map((table) => (table.name === 'tickets' ? { ...table, rows: '77' } : table));
    writeFileSync(file, JSON.stringify({ ...manifest, tables }));

    const different = await verify(differing, to);
    await runSql(
      settings.DATABASE_URL ?? '',
      `INSERT INTO ticket_day_counts (day, slot, tickets) VALUES ('2026-01-01', 0, 3)`,
    );
    rmSync(differing, { recursive: true });
    const miscounted = await verify(await makeBackup(), to);

    expect([different.failed, different.lines[0]]).toEqual([true, expect.stringContaining('differs from the backup')]);
    expect([miscounted.failed, miscounted.lines[0]]).toEqual([
      true,
      'The counter 2026-01-01 is 3, but there are 0 such tickets.',
    ]);
    expect(await runSql(url, CONTENTS)).toEqual(EMPTY);
  });

  it('of an earlier version is migrated, too', async () => {
    const database = await openForMaintenance(settings, SCHEMA);
    await database.undoLastMigration().finally(() => database.destroy());
    const path = await makeBackup();
    const { url, to } = await emptyDatabase();

    expect(await verify(path, to)).toMatchObject({ data: { ok: true } });
    expect(await runSql(url, CONTENTS)).toEqual(EMPTY);
  });

  it('touches no database that has anything', async () => {
    const path = await makeBackup();
    const { url, to } = await emptyDatabase();
    await runSql(url, 'CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1');

    const { failed, lines } = await verify(path, to);

    expect([failed, lines[0]]).toEqual([true, expect.stringContaining('it has the function public.mine()')]);
    expect(await runSql(url, 'SELECT mine() AS mine')).toEqual([{ mine: 1 }]);
  });
});

(SERVER ? describe : describe.skip)('a database that somebody else uses meanwhile', () => {
  /** Verifies a backup. When the progress reaches a line, runs SQL or a function on the database. */
  async function verifyWhile(line: string, work: string | ((url: string) => void)) {
    const source = await openPlace(placeOf(settings));
    await fillDesk(source, 50).finally(() => source.close());
    const path = await makeBackup();
    const { url, to } = await emptyDatabase();
    const { failed, lines } = await verify(path, to, (progress) => {
      if (!progress.startsWith(line)) return;
      if (typeof work === 'string') runSqlNow(url, work);
      else work(url);
    });
    return { url, failed, message: lines.join() };
  }

  it.each([
    ['a table', 'CREATE TABLE mine AS SELECT 1 AS one'],
    ['a function', 'CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1'],
  ])('is refused, and stays as it is, if it gets %s before the restore', async (_case, sql) => {
    const { url, failed, message } = await verifyWhile('Restoring into', sql);

    expect([failed, message]).toEqual([true, expect.stringMatching(/is not empty: it has the \w+ public\.mine/)]);
    expect(await runSql(url, `SELECT to_regclass('tickets') AS tickets`)).toEqual([{ tickets: null }]);
    expect(await runSql(url, CONTENTS)).not.toEqual(EMPTY);
  });

  it.each(['Comparing', 'Emptying'])('keeps a table that somebody creates before %s', async (line) => {
    const { url, failed, message } = await verifyWhile(line, 'CREATE TABLE mine AS SELECT 1 AS one');

    expect([failed, message]).toEqual([
      true,
      expect.stringMatching(
        /^Somebody else uses the database: its table public\.mine is not from the backup\. \S+ was not emptied\. Drop it if nobody needs what it has\.$/,
      ),
    ]);
    expect(await runSql(url, 'SELECT one FROM mine')).toEqual([{ one: 1 }]);
  });

  it('fails if rows change before they are compared', async () => {
    const { url, failed, message } = await verifyWhile(
      'Comparing',
      `UPDATE tickets SET title = 'Another' WHERE id = 1`,
    );

    expect([failed, message]).toEqual([true, expect.stringContaining('differs from the backup')]);
    expect(await runSql(url, CONTENTS)).toEqual(EMPTY);
  });

  it('is not emptied while Docket runs on it', async () => {
    const { url, failed, message } = await verifyWhile('Comparing', startSession);

    expect([failed, message]).toEqual([
      true,
      expect.stringMatching(/^Docket was started on the database meanwhile\. \S+ was not emptied\./),
    ]);
    expect(await runSql(url, 'SELECT count(*) > 0 AS filled FROM tickets')).toEqual([{ filled: true }]);
  });
});

(SERVER ? it.skip : it)('needs no database for the backup of the embedded one', async () => {
  const path = await makeBackup();

  const [folderPlace, serverPlace] = [
    await verify(path, join(folder, 'new')),
    await verify(path, 'postgres://127.0.0.1:1/a'),
  ];

  expect(folderPlace.lines[0]).toContain('verify --to takes the address of an empty database');
  expect(serverPlace.lines[0]).toContain('verify opens a copy of it, without --to');
});
