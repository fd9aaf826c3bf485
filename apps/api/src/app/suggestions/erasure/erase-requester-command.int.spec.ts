import type { TestDatabase } from '@docket/testing';
import type { DataSource } from 'typeorm';
import { idAt } from '../../../testing/ledger-rows';
import { createMigratedDatabase } from '../../../testing/test-database';
import { Settings } from '../../platform/config/settings';
import { openForMaintenance } from '../../platform/database/open-database';
import { SCHEMA } from '../../schema/schema';
import { ERASE_REQUESTER_COMMAND } from './erase-requester-command';
import { ERASURE_BATCH_SIZE } from './ledger-erasure';

let database: TestDatabase;
let settings: Settings;
beforeEach(async () => {
  database = await createMigratedDatabase();
  settings = Object.assign(new Settings(), database.settings);
});
afterEach(() => database.remove());

const erase = (...args: string[]) =>
  ERASE_REQUESTER_COMMAND.run(args, { settings: () => settings, schema: SCHEMA, report: () => undefined });

/** Opens the database for some work and closes it, because the embedded one opens only once at a time. */
async function using<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await openForMaintenance(settings, SCHEMA);
  return work(source).finally(() => source.destroy());
}

/** Files a ticket of a requester. @returns its id */
async function file(source: DataSource, email: string): Promise<number> {
  const [requester] = await source.query<[{ id: number }]>(
    `INSERT INTO requesters AS known (email) VALUES ($1) ON CONFLICT (email) DO UPDATE SET name = known.name RETURNING id`,
    [email],
  );
  const [ticket] = await source.query<[{ id: number }]>(
    `INSERT INTO tickets (title, description, category, priority, requester_id)
     VALUES ('Title', 'Text', 'billing', 'low', $1) RETURNING id`,
    [requester.id],
  );
  return ticket.id;
}

/** Writes suggestions, and half as many summaries, into the ledger. */
async function record(source: DataSource, ticketId: number | null, number: number): Promise<void> {
  await source.query(
    `INSERT INTO suggestions (id, asked_at, outcome, ticket_id, chosen_at)
     SELECT (overlay($1 placing lpad(to_hex(n), 12, '0') from 25))::uuid, now(), 'answered', $2::int,
            CASE WHEN $2::int IS NOT NULL THEN now() END
     FROM generate_series(1, $3::int) AS n`,
    [idAt(new Date(Date.now() + (ticketId ?? 0)).toISOString()), ticketId, number],
  );
  await source.query(
    `INSERT INTO written_texts (id, asked_at, kind, ticket_id, outcome, model, prompt_version, attempts, latency_ms)
     SELECT gen_random_uuid(), now(), 'summary', $1::int, 'timeout', 'm', 1, 1, 1 FROM generate_series(1, $2::int)
     WHERE $1::int IS NOT NULL`,
    [ticketId, number / 2],
  );
}

const counts = (source: DataSource) =>
  source.query(
    `SELECT (SELECT count(*)::int FROM suggestions) AS suggestions, (SELECT count(*)::int FROM written_texts) AS texts,
            (SELECT count(*)::int FROM tickets) AS tickets, (SELECT count(*)::int FROM requesters) AS requesters`,
  );

const events = () =>
  using((source) => source.query<object[]>('SELECT event, actor_id, user_id, details FROM security_events'));

it('deletes what the ledger has of the tickets of one requester, over several batches, and says how much', async () => {
  const number = ERASURE_BATCH_SIZE + 10;
  await using(async (source) => {
    await record(source, await file(source, 'jo@example.com'), number);
    await record(source, await file(source, 'jo@example.com'), 2 * number);
    await record(source, await file(source, 'kim@example.com'), 6);
    await record(source, null, 4);
  });

  const { lines, data } = await erase(' Jo@Example.com');

  expect(lines).toEqual([
    'Deleted from the ledger what it had of the tickets of jo@example.com:',
    '3030 rows of suggestions',
    '1515 rows of summaries and drafts',
  ]);
  expect(data).toEqual({ email: 'jo@example.com', suggestions: 3 * number, written_texts: 1.5 * number });
  expect(await using(counts)).toEqual([{ suggestions: 10, texts: 3, tickets: 3, requesters: 2 }]);
  expect((await erase('jo@example.com')).data).toMatchObject({ suggestions: 0, written_texts: 0 });
});

it('is in the audit log, without the address', async () => {
  const requester = await using(async (source) => {
    await record(source, await file(source, 'kim@example.com'), 2);
    await record(source, await file(source, 'jo@example.com'), 2);
    return source.query<[{ id: number }]>(`SELECT id FROM requesters WHERE email = 'jo@example.com'`);
  });

  await erase('jo@example.com');

  const details = { requester: requester[0].id, from: 'command' };
  expect(await events()).toEqual([{ event: 'requester_erased', actor_id: null, user_id: null, details }]);
});

it('refuses an address that no requester has, and deletes nothing', async () => {
  await using(async (source) => record(source, await file(source, 'jo@example.com'), 2));

  await expect(erase('joe@example.com')).rejects.toThrow(
    /^No requester has the address joe@example\.com\. Nothing was deleted\.$/,
  );

  expect(await using(counts)).toEqual([{ suggestions: 2, texts: 1, tickets: 1, requesters: 1 }]);
  expect(await events()).toEqual([]);
});

it('refuses a database without the tables of this version', async () => {
  await using((source) => source.query('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)'));

  await expect(erase('jo@example.com')).rejects.toThrow(
    'The database does not have the tables of this version yet. Run "docket migrate" first.',
  );
});

it.each([[[]], [['']], [['--email', 'jo@example.com']], [['jo@example.com', 'kim@example.com']]])(
  'explains its use for %j',
  async (args) => {
    await expect(erase(...args)).rejects.toThrow(/^Usage: docket erase-requester EMAIL/);
  },
);
