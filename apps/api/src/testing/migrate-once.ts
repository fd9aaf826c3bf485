import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { createTemplateDatabase } from '#testing/test-database';
import { Settings } from '../app/platform/config/settings';
import { openDatabase } from '../app/platform/database/open-database';
import { MIGRATIONS } from '../app/schema/migrations';

// Without entities: Jest's global setup does not resolve the path aliases in them.
const SCHEMA = { entities: [], migrations: MIGRATIONS, onlineChanges: [] };

/** Jest's global setup: migrates a database, from which each test file takes a copy (see test-database.ts). */
export default async function migrateOnce(): Promise<void> {
  const { settings, template } = await createTemplateDatabase();
  const values = { DEMO_TICKETS: false, ...settings };
  const database = await openDatabase(Object.assign(new Settings(), values), SCHEMA, new ConsoleLogger());
  await database.destroy();
  process.env['DOCKET_TEST_TEMPLATE'] = template;
}
