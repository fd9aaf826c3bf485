import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** An empty database of a test's own, in the form that the run tests. */
export interface Database {
  /** What makes a server use it. */
  readonly settings: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export async function emptyDatabase(): Promise<Database> {
  const server = process.env['TEST_DATABASE_URL'];
  return server ? onServer(server) : inFolder();
}

function inFolder(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'docket-e2e-'));
  return { settings: { DATA_DIR: folder }, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function onServer(server: string): Promise<Database> {
  const name = `docket_e2e_${randomUUID().replaceAll('-', '')}`;
  await runSql(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    settings: { DATABASE_URL: url.href },
    remove: async () => void (await runSql(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/** Runs one statement on a server's database, beside Docket. */
export async function runSql(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
