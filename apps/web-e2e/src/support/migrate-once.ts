import { existsSync } from 'node:fs';
import { NodeProcess, createTemplateDatabase, freePort } from '@docket/testing';
import { SERVER } from './server';

/**
 * Playwright's global set-up: the built API migrates a database, which each stack copies. The first start on an empty database has tests in
 * api-e2e.
 * @returns the tear-down
 */
export default async function migrateOnce(): Promise<() => Promise<void>> {
  if (!existsSync(SERVER)) throw new Error(`${SERVER} is missing. nx run web-e2e:e2e builds it first.`);
  const [database, port] = await Promise.all([createTemplateDatabase(), freePort()]);
  const env = { PORT: `${port}`, HOST: '127.0.0.1', DEMO_TICKETS: 'false', LOG_LEVEL: 'warn', ...database.settings };
  const api = new NodeProcess([SERVER], { env });
  try {
    await api.waitForResponse(`http://127.0.0.1:${port}/readyz`).finally(() => api.stop());
  } catch (error) {
    await database.remove();
    throw error;
  }
  process.env['DOCKET_TEST_TEMPLATE'] = database.template;
  return database.remove;
}
