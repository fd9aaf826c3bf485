import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import type { Settings } from '../app/platform/config/settings';

/** A migrated, empty database of a test's own, in the form that the run tests. */
export interface TestDatabase {
  readonly form: 'embedded' | 'server';
  /** What makes the app use it. */
  readonly settings: Partial<Settings>;
  /** Removes it. To be called when nothing uses it any more. */
  remove(): Promise<void>;
}

/** Copies the database that migrate-once.ts prepared: on the server of `TEST_DATABASE_URL`, else embedded. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = process.env['DOCKET_TEST_TEMPLATE'];
  if (!template) throw new Error('Integration tests run with jest.int.config.cjs, which prepares their database');
  const server = process.env['TEST_DATABASE_URL'];
  return server ? copyOnServer(server, template) : copyFolder(template);
}

function copyFolder(template: string): TestDatabase {
  const folder = `${template}-${randomUUID()}`;
  cpSync(template, folder, { recursive: true });
  return {
    form: 'embedded',
    settings: { DATA_DIR: folder },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function copyOnServer(server: string, template: string): Promise<TestDatabase> {
  const name = `${template}_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    form: 'server',
    settings: { DATABASE_URL: url.href },
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
