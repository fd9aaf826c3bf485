import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { type ServerDatabase, createServerDatabase } from '#testing/test-database';
import { realisticTickets } from '../realistic-tickets.mts';
import { copyCsv } from '../copy-format.mts';

/** The part of TypeORM's query runner that a migration uses. */
interface Migration {
  up(runner: { query(sql: string): Promise<unknown> }): Promise<void>;
}

const MIGRATIONS = new URL('../../../apps/api/src/app/schema/migrations/', import.meta.url);

/** Creates a filled database with the schema of the first version. */
export async function createOldDatabase(adminUrl: string, tickets: number): Promise<ServerDatabase> {
  const database = await createServerDatabase(adminUrl);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await applyFirstMigration(client);
    const copy =
      'COPY tickets (title, description, category, priority, status, created_at) FROM STDIN WITH (FORMAT csv)';
    await pipeline(Readable.from(copyCsv(realisticTickets(tickets))), client.query(from(copy)));
    await client.query('VACUUM ANALYZE tickets');
    await client.query('CHECKPOINT');
    return database;
  } finally {
    await client.end();
  }
}

/** Applies the oldest migration and records it in TypeORM's table of applied migrations. */
async function applyFirstMigration(client: Client): Promise<void> {
  const [file] = readdirSync(MIGRATIONS)
    .filter((name) => /^\d+-/.test(name))
    .sort();
  const [found] = Object.entries((await import(`${MIGRATIONS.href}${file}`)) as Record<string, new () => Migration>);
  if (!found) throw new Error(`${file} has no migration`);
  const [name, FirstMigration] = found;
  await new FirstMigration().up({ query: (sql) => client.query(sql) });
  await client.query(
    'CREATE TABLE migrations (id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL)',
  );
  await client.query('INSERT INTO migrations (timestamp, name) VALUES ($1, $2)', [parseInt(file ?? ''), name]);
}
