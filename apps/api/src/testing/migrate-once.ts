import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrationOptions } from '../app/platform/database/data-source-options';
import { EmbeddedDataSource } from '../app/platform/database/embedded-data-source';
import { MIGRATIONS } from '../app/schema/migrations';
import { migrate } from '../app/platform/database/migrate';

// Without the entities: Jest's global set-up does not resolve the path aliases that they import.
const SCHEMA = { entities: [], migrations: MIGRATIONS };

/** Jest's global set-up: migrates one database, from which each test file takes a copy (see test-database.ts). */
export default async function migrateOnce(): Promise<void> {
  const server = process.env['TEST_DATABASE_URL'];
  process.env['DOCKET_TEST_TEMPLATE'] = server ? await templateOnServer(server) : await templateFolder();
}

async function templateFolder(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'docket-test-')), 'template');
  const database = await EmbeddedDataSource.open(folder, SCHEMA);
  await migrate(database);
  await database.destroy();
  return folder;
}

async function templateOnServer(server: string): Promise<string> {
  const name = `docket_test_${process.pid}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await new DataSource(migrationOptions(SCHEMA, url.href)).initialize();
  await migrate(database);
  await database.destroy();
  return name;
}
