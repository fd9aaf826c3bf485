import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { embeddedOptions, serverOptions } from '../app/database/data-source-options';
import { openEmbeddedDatabase } from '../app/database/embedded-database';
import { migrate } from '../app/database/migrate';

/** Jest's global set-up: migrates one database, from which each test file takes a copy (see test-database.ts). */
export default async function migrateOnce(): Promise<void> {
  const server = process.env['TEST_DATABASE_URL'];
  process.env['DOCKET_TEST_TEMPLATE'] = server ? await templateOnServer(server) : await templateFolder();
}

async function templateFolder(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'docket-test-')), 'template');
  const pglite = await openEmbeddedDatabase({ dataDir: folder });
  const database = await new DataSource(embeddedOptions(pglite)).initialize();
  await migrate(database);
  await database.destroy();
  await pglite.close();
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
  const database = await new DataSource(serverOptions(url.href, 1)).initialize();
  await migrate(database);
  await database.destroy();
  return name;
}
