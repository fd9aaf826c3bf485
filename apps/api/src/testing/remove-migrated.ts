import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Client } from 'pg';

/** Jest's global tear-down: takes away what migrate-once.ts made. */
export default async function removeMigrated(): Promise<void> {
  const template = process.env['DOCKET_TEST_TEMPLATE'];
  const server = process.env['TEST_DATABASE_URL'];
  if (!template) return;
  if (!server) {
    rmSync(dirname(template), { recursive: true, force: true });
    return;
  }
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await admin.end();
}
