import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A database for one test or one test file, in the form under test. */
export interface TestDatabase {
  readonly form: 'embedded' | 'server';
  /** Docket's settings for this database. On both forms, Docket is in the open mode unless a test sets PUBLIC_URL. */
  readonly settings: { readonly DATA_DIR?: string; readonly DATABASE_URL?: string; readonly ACCESS?: 'open' };
  /** Removes the database. Call after all processes that use it have ended. */
  readonly remove: () => Promise<void>;
}

/** A database on a PostgreSQL server. */
export interface ServerDatabase {
  readonly name: string;
  readonly url: string;
  readonly remove: () => Promise<void>;
}

/**
 * Creates a database on the server of TEST_DATABASE_URL. If it is unset, creates a data folder for the embedded database.
 * @param template a database name on that server, or a data folder, to copy; without one, the database is empty
 */
export async function createTestDatabase(template?: string): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) return createDataFolder(template);
  const { url, remove } = await createServerDatabase(server, template);
  return { form: 'server', settings: { DATABASE_URL: url, ACCESS: 'open' }, remove };
}

/** An empty database to migrate and then copy with `createTestDatabase(template)`. */
export interface TemplateDatabase extends TestDatabase {
  readonly template: string;
}

/** Creates a template for {@link createTestDatabase}. Removing it also removes the data folders that were copied from it. */
export async function createTemplateDatabase(): Promise<TemplateDatabase> {
  const database = await createTestDatabase();
  const { DATA_DIR, DATABASE_URL } = database.settings;
  if (!DATA_DIR) return { ...database, template: new URL(DATABASE_URL ?? '').pathname.slice(1) };
  // Copies become siblings of the template, so that one folder contains all of them.
  const template = join(DATA_DIR, 'template');
  return { ...database, settings: { ...database.settings, DATA_DIR: template }, template };
}

/** Creates a database with a random name on a server. */
export async function createServerDatabase(server: string, template = 'template1'): Promise<ServerDatabase> {
  const name = `docket_${randomUUID().replaceAll('-', '')}`;
  await runSql(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    name,
    url: url.href,
    remove: async () => void (await runSql(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/** Runs one statement in a separate session. */
export async function runSql(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

function createDataFolder(template?: string): TestDatabase {
  const folder = template ? `${template}-${randomUUID()}` : mkdtempSync(join(tmpdir(), 'docket-test-'));
  if (template) cpSync(template, folder, { recursive: true });
  return {
    form: 'embedded',
    settings: { DATA_DIR: folder },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
