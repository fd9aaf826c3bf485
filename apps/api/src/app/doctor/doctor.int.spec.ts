import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '@docket/testing';
import { createMigratedDatabase } from '../../testing/test-database';
import { Settings } from '../platform/config/settings';
import { openPlace, placeOf } from '../platform/database/transfer/place';
import { SCHEMA } from '../schema/schema';
import { DOCTOR_COMMAND } from './doctor-command';

let folder: string;
let database: TestDatabase;
let settings: Settings;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docket-doctor-'));
  database = await createMigratedDatabase();
  settings = Object.assign(new Settings(), database.settings, { BACKUP_DIR: join(folder, 'backups') });
});
afterAll(async () => {
  await database.remove();
  rmSync(folder, { recursive: true });
});

const examine = (read: () => Settings = () => settings) =>
  DOCTOR_COMMAND.run([], { settings: read, schema: SCHEMA, report: () => undefined });

async function run(...statements: string[]): Promise<void> {
  const connection = await openPlace(placeOf(settings));
  for (const statement of statements) await connection.query(statement);
  await connection.close();
}

it('finds a healthy database, and that there is no backup', async () => {
  const { lines, failed } = await examine();

  expect(failed).toBe(false);
  expect(lines).toEqual(
    expect.arrayContaining([
      'ok    settings: They are valid.',
      expect.stringMatching(/^ok {4}database: It responds\. PostgreSQL \d+/),
      'ok    clock: This machine and the database have the same time.',
      'ok    migrations: None is pending.',
      'ok    online changes: None is open.',
      'ok    counters: All counters agree with the tickets.',
      expect.stringMatching(/^warn {2}backup: There is no checked backup in /),
    ]),
  );
});

it('fails for wrong counters and names an old backup and an open change', async () => {
  const backup = join(folder, 'backups/docket-20260101T030000Z');
  mkdirSync(backup, { recursive: true });
  writeFileSync(join(backup, 'backup.json'), '{}');
  await run(
    `INSERT INTO ticket_day_counts (day, slot, tickets) VALUES ('2026-01-01', 0, 3)`,
    `UPDATE online_changes SET finished_at = NULL WHERE name = 'fold-texts'`,
  );

  const { lines, failed } = await examine();

  expect(failed).toBe(true);
  expect(lines).toEqual(
    expect.arrayContaining([
      'fail  counters: 1 are wrong, such as 2026-01-01. Run docket counters rebuild.',
      'warn  online changes: Open: fold-texts. A running Docket finishes them.',
      expect.stringMatching(/^warn {2}backup: The newest checked backup in \S+ is \d+\.\d days old\./),
    ]),
  );
});

it('goes on without a database, and says what to do', async () => {
  const DATABASE_URL = 'postgres://docket:secret@127.0.0.1:1/desk';
  const { lines, failed } = await examine(() => Object.assign(new Settings(), settings, { DATABASE_URL }));

  expect(failed).toBe(true);
  expect(lines.join('\n')).toMatch(/^fail {2}database: The database at 127\.0\.0\.1:1\/desk cannot be used/m);
  expect(lines.join('\n')).toMatch(/^warn {2}secret key: SECRET_KEY is not set/m);
});

it('names invalid settings', async () => {
  const { lines } = await examine(() => {
    throw new Error('PORT must not be greater than 65535');
  });

  expect(lines).toEqual(['fail  settings: PORT must not be greater than 65535']);
});
