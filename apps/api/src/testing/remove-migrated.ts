import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { runSql } from '#testing/test-database';

/** Jest's global teardown: removes the database of migrate-once.ts. */
export default async function removeMigrated(): Promise<void> {
  const template = process.env['DOCKET_TEST_TEMPLATE'];
  const server = process.env['TEST_DATABASE_URL'];
  if (!template) return;
  if (server) await runSql(server, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  else rmSync(dirname(template), { recursive: true, force: true });
}
