import { Client } from 'pg';
import { type TestDatabase, createTestDatabase, eventually, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

let database: TestDatabase;
let server: Server;
let writer: Client;
beforeEach(async () => {
  database = await createTestDatabase();
  server = await Server.start(database.settings);
  writer = new Client({ connectionString: database.settings['DATABASE_URL'] });
  await writer.connect();
  expect((await server.post('First')).status).toBe(201);
  await writer.query('BEGIN');
});
afterEach(async () => {
  await writer.end();
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

/** Waits until Docket is blocked by a lock of the other writer. */
const untilDocketWaits = () =>
  eventually(async () => {
    const { rowCount } = await writer.query(
      "SELECT FROM pg_stat_activity WHERE application_name = 'docket' AND wait_event_type = 'Lock' AND datname = current_database()",
    );
    return rowCount === 1;
  });

interface Stats {
  readonly total_tickets: number;
  readonly tickets_per_day: readonly { readonly count: number }[];
}

it('computes all statistics from one snapshot, even if a ticket is filed meanwhile', async () => {
  await writer.query('LOCK TABLE ticket_day_counts'); // the statistics read this table
  await writer.query(
    "INSERT INTO tickets (title, description, category, priority) VALUES ('Second', 'Text', 'general', 'low')",
  );

  const response = server.fetch('/api/tickets/stats/');
  await untilDocketWaits();
  await writer.query('COMMIT');

  const { total_tickets, tickets_per_day } = (await (await response).json()) as Stats;
  // The single statement waits before it takes its snapshot, so all of its figures include the second ticket.
  expect(total_tickets).toBe(2);
  expect(tickets_per_day.reduce((sum, { count }) => sum + count, 0)).toBe(2);
});

it('sets updated_at after that of the change that it waited for', async () => {
  await writer.query("UPDATE tickets SET status = 'resolved'");

  const response = server.fetch('/api/tickets/1/', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: '{"priority":"high"}',
  });
  await untilDocketWaits();
  const { rows } = await writer.query<{ updated_at: Date }>(
    'UPDATE tickets SET updated_at = clock_timestamp() RETURNING updated_at',
  );
  await writer.query('COMMIT');

  const ticket = (await (await response).json()) as { status: string; priority: string; updated_at: string };
  expect(ticket).toMatchObject({ status: 'resolved', priority: 'high' });
  expect(Date.parse(ticket.updated_at)).toBeGreaterThanOrEqual(Number(rows[0]?.updated_at));
});
