import { GROWING_TABLES, ROWS, fillGrowingTables, unknownTables } from '../../testing/growing-tables';
import { type TableWork, measureMigration } from '../../testing/migration-work';
import { createMigratedDatabase } from '../../testing/test-database';
import { Settings } from '../platform/config/settings';
import { openForMaintenance } from '../platform/database/open-database';
import { MIGRATIONS } from './migrations';
import { SCHEMA } from './schema';

/**
 * Migrations must not block other sessions for longer than a moment, regardless of the number of rows.
 *
 * All pending migrations run in one transaction at startup, while processes of the previous version still serve requests. A table lock that
 * one of them takes is held until the last one has finished. Therefore:
 *
 * - Allowed: catalogue changes, whatever lock they take, because they take milliseconds. Examples: a new table, a column with a constant
 *   default, a trigger, and a constraint that is NOT VALID.
 * - Not allowed: reading, changing or rewriting the rows of a table that grows. A new index, a constraint that is validated at once, a
 *   change of a column's type, a column with a volatile default, and an UPDATE all do that. They belong in `schema/online`, which runs
 *   after startup.
 *
 * The work is counted in rows, not measured in time. FEW_ROWS lets a migration check whether a table is empty.
 */
const FEW_ROWS = 10;

/** The schema of installations from before the first release. The migrations up to it never ran on large tables. */
const BASE = 'IndexSearches1764400000000';

/** Older migrations that break the rule, each with the reason why it stays. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  ExternalIds1764500000000: 'its index has no rows; it reads a million tickets in about 0.3 s',
  PeopleAdministration1764900000000: 'released together with the audit log, whose rows it checks',
  Audit1765200000000: 'released together with the table that it indexes',
  Assignment1765600000000: 'changes the tickets of the public form, which is released together with it',
};

/** The work of a migration that the rule forbids. */
const forbidden = (work: readonly TableWork[]) =>
  work.filter(({ rows, isRewritten }) => rows > FEW_ROWS || isRewritten);

const sql = (...statements: readonly string[]) => ({
  up: async (runner: { query(sql: string): Promise<unknown> }) => {
    for (const statement of statements) await runner.query(statement);
  },
});

async function openTestDatabase() {
  const template = await createMigratedDatabase();
  const database = await openForMaintenance(Object.assign(new Settings(), template.settings), SCHEMA);
  return { database, close: () => database.destroy().finally(() => template.remove()) };
}

it('no migration works on the rows of a growing table', async () => {
  const { database, close } = await openTestDatabase();
  const base = MIGRATIONS.findIndex(({ name }) => name === BASE) + 1;
  const broken: Record<string, TableWork[]> = {};
  try {
    for (let applied = MIGRATIONS.length; applied > base; applied--) await database.undoLastMigration();
    for (const Migration of MIGRATIONS.slice(base)) {
      await fillGrowingTables(database);
      const found = forbidden(await measureMigration(database, new Migration(), GROWING_TABLES));
      if (found.length) broken[Migration.name] = found;
    }

    expect(base).toBeGreaterThan(0);
    expect(await unknownTables(database)).toEqual([]);
    // If this fails with another migration, move its work into an online change. See the rule above.
    expect(broken).toEqual(Object.fromEntries(Object.keys(EXCEPTIONS).map((name) => [name, expect.anything()])));
  } finally {
    await close();
  }
});

describe('the rule', () => {
  let test: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    test = await openTestDatabase();
    await fillGrowingTables(test.database);
  });
  afterAll(() => test.close());

  it.each([
    ['an index', 'CREATE INDEX bad ON tickets (title)', 'ShareLock'],
    ['an index without rows', `CREATE INDEX bad_empty ON tickets (title) WHERE title = ''`, 'ShareLock'],
    ['a constraint that is checked', `ALTER TABLE tickets ADD CHECK (title <> 'x')`, 'AccessExclusiveLock'],
    ['NOT NULL', 'ALTER TABLE tickets ALTER folded_text SET NOT NULL', 'AccessExclusiveLock'],
    ['another type', 'ALTER TABLE messages ALTER author_id TYPE bigint', 'AccessExclusiveLock'],
    ['a volatile default', 'ALTER TABLE tickets ADD bad uuid DEFAULT gen_random_uuid()', 'AccessExclusiveLock'],
    [
      'a reference that is checked',
      'ALTER TABLE suggestions ADD FOREIGN KEY (ticket_id) REFERENCES tickets',
      'ShareRowExclusiveLock',
    ],
  ])('forbids %s', async (_, statement, lock) => {
    const work = forbidden(await measureMigration(test.database, sql(statement), GROWING_TABLES));

    expect(work.length).toBeGreaterThan(0);
    expect(work.every(({ locks }) => locks.includes(lock))).toBe(true);
  });

  it('forbids to change all rows', async () => {
    const change = sql(`UPDATE tickets SET priority = 'high' WHERE id > 0`);

    expect(forbidden(await measureMigration(test.database, change, GROWING_TABLES))).toEqual([
      { table: 'ticket_events', rows: ROWS, isRewritten: false, locks: [] },
      { table: 'tickets', rows: 2 * ROWS, isRewritten: false, locks: [] },
    ]);
  });

  it('forbids to check a constraint later', async () => {
    const late = sql(
      `ALTER TABLE messages ADD CONSTRAINT late CHECK (body <> 'x') NOT VALID`,
      'ALTER TABLE messages VALIDATE CONSTRAINT late',
    );

    expect(forbidden(await measureMigration(test.database, late, GROWING_TABLES))).toMatchObject([
      { table: 'messages', isRewritten: false, locks: ['AccessExclusiveLock'] },
    ]);
  });

  it('allows changes of the catalogue', async () => {
    const change = sql(
      'SELECT FROM tickets LIMIT 1',
      `ALTER TABLE tickets ADD good text NOT NULL DEFAULT 'x', ADD CONSTRAINT good CHECK (good <> '') NOT VALID`,
      'CREATE TABLE good (ticket_id integer PRIMARY KEY REFERENCES tickets)',
      `CREATE TRIGGER good BEFORE UPDATE ON messages FOR EACH STATEMENT EXECUTE FUNCTION messages_stay()`,
      'ALTER TABLE webhooks ALTER url SET STATISTICS 0, DROP off_reason',
    );
    const work = await measureMigration(test.database, change, GROWING_TABLES);

    expect(forbidden(work)).toEqual([]);
    expect(work.find(({ table }) => table === 'tickets')?.locks).toContain('AccessExclusiveLock');
  });
});
