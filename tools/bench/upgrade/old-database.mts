import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { EARLIER_SEARCH } from '#testing/earlier-schema';
import { type ServerDatabase, createServerDatabase } from '#testing/test-database';
import { realisticTickets } from '../realistic-tickets.mts';
import { copyCsv } from '../copy-format.mts';

/** The part of TypeORM's query runner that a migration uses. */
interface Migration {
  up(runner: { query(sql: string): Promise<unknown[]> }): Promise<void>;
}

const MIGRATIONS = new URL('../../../apps/api/src/app/schema/migrations/', import.meta.url);

/** Former versions of the schema. */
export const OLD_VERSIONS = ['the version before', 'the first version'] as const;
export type OldVersion = (typeof OLD_VERSIONS)[number];

/** The number of migrations of a version, and what its migrations created besides. */
const SCHEMAS: Readonly<Record<OldVersion, { migrations: number; statements: readonly string[] }>> = {
  'the first version': { migrations: 1, statements: [] },
  'the version before': { migrations: 5, statements: EARLIER_SEARCH },
};

/** Runs SQL, on a server or embedded. */
interface Queryable {
  query(sql: string, parameters?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

/** Creates a filled database with the schema of an old version. */
export async function createOldDatabase(
  adminUrl: string,
  tickets: number,
  version: OldVersion,
): Promise<ServerDatabase> {
  const database = await createServerDatabase(adminUrl);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await applyMigrations(client, SCHEMAS[version].migrations);
    const copy =
      'COPY tickets (title, description, category, priority, status, created_at) FROM STDIN WITH (FORMAT csv)';
    await pipeline(Readable.from(copyCsv(realisticTickets(tickets))), client.query(from(copy)));
    for (const statement of SCHEMAS[version].statements) await client.query(statement);
    await client.query('VACUUM ANALYZE tickets');
    await client.query('CHECKPOINT');
    return database;
  } finally {
    await client.end();
  }
}

/** Applies the oldest migrations and records them in TypeORM's table of applied migrations. */
async function applyMigrations(client: Queryable, count: number): Promise<void> {
  const runner = { query: async (sql: string) => (await client.query(sql)).rows };
  await client.query(
    'CREATE TABLE migrations (id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL)',
  );
  const files = readdirSync(MIGRATIONS)
    .filter((name) => /^\d+-/.test(name))
    .sort();
  for (const file of files.slice(0, count)) {
    const exported = (await import(`${MIGRATIONS.href}${file}`)) as Record<string, unknown>;
    const found = Object.entries(exported).find(([name]) => name.endsWith(file.slice(0, file.indexOf('-'))));
    if (!found) throw new Error(`${file} has no migration`);
    const [name, Migration] = found as [string, new () => Migration];
    await new Migration().up(runner);
    await client.query('INSERT INTO migrations (timestamp, name) VALUES ($1, $2)', [parseInt(file), name]);
  }
}
