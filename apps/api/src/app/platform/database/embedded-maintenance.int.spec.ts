import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, eventually } from '@docket/testing';
import { aTicket } from '../../../testing/a-ticket';
import { createMigratedDatabase } from '../../../testing/test-database';
import { SCHEMA } from '../../schema/schema';
import { Ticket } from '../../tickets/model/ticket.entity';
import { EmbeddedDataSource } from './embedded-data-source';
import { startMaintenance, maintain } from './embedded-maintenance';
import { migrate } from './migrate';

// Always on the embedded database: a server maintains itself.
let newFolder: string;
let prepared: TestDatabase;
let database: EmbeddedDataSource;

beforeEach(async () => {
  prepared = await createMigratedDatabase();
  newFolder = join(tmpdir(), `docket-maintain-${randomUUID()}`); // one for each test, because statistics outlive TRUNCATE
  database = await EmbeddedDataSource.open(prepared.settings.DATA_DIR ?? newFolder, SCHEMA);
  await migrate(database);
  const description = 'A long text. '.repeat(200);
  await database.query('TRUNCATE tickets CASCADE');
  await database.getRepository(Ticket).insert(Array.from({ length: 200 }, () => aTicket({ description })));
  await countChanges();
}, 60_000);
afterEach(async () => {
  jest.useRealTimers();
  await database.destroy();
  await prepared.remove();
  rmSync(newFolder, { recursive: true, force: true });
});

/** The planner's estimate of the number of tickets; -1 without statistics. */
async function estimate(): Promise<number> {
  const rows = await database.query<{ tickets: number }[]>(
    `SELECT reltuples::integer AS tickets FROM pg_class WHERE relname = 'tickets'`,
  );
  return rows[0]!.tickets;
}

/** Makes PostgreSQL count the changes now, instead of within a second. */
async function countChanges(): Promise<void> {
  await database.query('SELECT pg_stat_force_next_flush()');
}

async function change(tickets: number): Promise<void> {
  await database.query(`UPDATE tickets SET status = 'closed' WHERE id IN (SELECT id FROM tickets LIMIT $1)`, [tickets]);
  await countChanges();
}

it('gathers statistics once', async () => {
  expect(await estimate()).toBe(-1);

  const done = await maintain(database);

  expect(done).toEqual(['VACUUM tickets', 'ANALYZE tickets']);
  expect(await estimate()).toBe(200);
  expect(await maintain(database)).toEqual([]);
});

it.each([
  ['tickets of an earlier process', []],
  ['tickets for which only an index was built', ['CREATE INDEX ON tickets (updated_at)']],
])('notices %s', async (_, statements) => {
  await database.query('SELECT pg_stat_reset()');
  for (const statement of statements) await database.query(statement);

  expect(await maintain(database)).toEqual(['VACUUM tickets', 'ANALYZE tickets']);
});

it('gathers statistics again after enough changes', async () => {
  await maintain(database);

  await change(20);
  expect(await maintain(database)).toEqual([]);

  await change(100);
  expect(await maintain(database)).toEqual(expect.arrayContaining(['VACUUM tickets', 'ANALYZE tickets'])); // and the history
});

it('writes a checkpoint after the log has grown', async () => {
  await maintain(database);

  expect(await maintain(database, 10)).toEqual(['CHECKPOINT']);
});

it('runs at intervals until it is stopped', async () => {
  jest.useFakeTimers({
    doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'setTimeout'],
  });
  const end = startMaintenance(database, 1000);
  jest.advanceTimersByTime(1000);
  await eventually(async () => (await estimate()) === 200);
  await maintain(database); // waits for the rest of the check

  end();
  await change(200);
  jest.advanceTimersByTime(10_000);

  expect(jest.getTimerCount()).toBe(0);
  expect(await maintain(database)).toEqual(expect.arrayContaining(['VACUUM tickets', 'ANALYZE tickets']));
});
