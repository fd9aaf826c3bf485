import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
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

const COPY = 'COPY tickets (title, description, category, priority, status, created_at)';

const MIGRATIONS = new URL('../../../apps/api/src/app/schema/migrations/', import.meta.url);

/** Earlier versions of the schema. */
export const OLD_VERSIONS = ['the version before', 'the first version'] as const;
export type OldVersion = (typeof OLD_VERSIONS)[number];

/** Number of migrations of a version, and further statements of its migrations. */
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
    const copy = from(`${COPY} FROM STDIN WITH (FORMAT csv)`);
    await pipeline(Readable.from(copyCsv(realisticTickets(tickets))), client.query(copy));
    for (const statement of SCHEMAS[version].statements) await client.query(statement);
    await client.query('VACUUM ANALYZE tickets');
    await client.query('CHECKPOINT');
    return database;
  } finally {
    await client.end();
  }
}

/** Creates a filled embedded database with the schema of the previous version. */
export async function createOldEmbeddedDatabase(dataDir: string, tickets: number): Promise<void> {
  const { migrations, statements } = SCHEMAS['the version before'];
  const database = await PGlite.create({ dataDir: join(dataDir, 'database'), extensions: { pg_trgm } });
  try {
    await applyMigrations(database, migrations);
    const blob = new Blob([...copyCsv(realisticTickets(tickets))]);
    await database.query(`${COPY} FROM '/dev/blob' WITH (FORMAT csv)`, [], { blob });
    for (const statement of statements) await database.query(statement);
    await database.query('VACUUM ANALYZE tickets');
  } finally {
    await database.close();
  }
}

/** Applies the oldest migrations and records them in TypeORM's migrations table. */
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
