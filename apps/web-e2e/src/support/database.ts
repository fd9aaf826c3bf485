import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line @nx/enforce-module-boundaries -- not for the client, which stays without: for the run's database
import { Client } from 'pg';

/** An empty database of a stack's own, in the form that the run is about. */
export interface StackDatabase {
  /** The API's settings that make it use this one. */
  readonly environment: Record<string, string>;
  /** Removes it. To be called when the API has ended. */
  remove(): Promise<void>;
}

/** A new database on the server of TEST_DATABASE_URL, else an embedded one in a temporary folder. */
export async function createDatabase(): Promise<StackDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  return server ? createOnServer(server) : createFolder();
}

function createFolder(): StackDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'docket-e2e-'));
  return {
    environment: { DATA_DIR: join(folder, 'data') },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function createOnServer(server: string): Promise<StackDatabase> {
  const name = `docket_e2e_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    environment: { DATABASE_URL: url.href },
    remove: () => asAdmin(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
