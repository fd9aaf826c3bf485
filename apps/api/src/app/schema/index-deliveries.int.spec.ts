import { eventually } from '@docket/testing';
import { startTestApp } from '../../testing/test-app';
import { migrate } from '../platform/database/migrate';
import { MIGRATIONS } from './migrations';
import { IndexDeliveries1766470000000 } from './migrations/1766470000000-index-deliveries';

it('indexes the log of webhooks after the start if it has deliveries', async () => {
  const api = await startTestApp({}, async (database) => {
    const migration = MIGRATIONS.indexOf(IndexDeliveries1766470000000);
    for (let applied = MIGRATIONS.length; applied > migration; applied--) await database.undoLastMigration();
    await database.query(
      `INSERT INTO webhooks (name, url, types, epoch, horizon, event_id) VALUES ('ERP', 'https://erp.example', '{ticket.created}', 1, '5', 9)`,
    );
    await database.query(
      `INSERT INTO webhook_deliveries (id, webhook_id, type, body) SELECT gen_random_uuid(), id, 'webhook.test', '{}' FROM webhooks`,
    );
    await migrate(database);
    expect(await database.query(INDEX)).toEqual([]);
  });
  try {
    await eventually(async () => (await api.database.query<unknown[]>(INDEX)).length === 1);
  } finally {
    await api.close();
  }
});

const INDEX = `
  SELECT FROM pg_index WHERE indexrelid = to_regclass('webhook_deliveries_by_state') AND indisvalid
    AND EXISTS (SELECT FROM online_changes WHERE name = 'index-deliveries' AND finished_at IS NOT NULL)`;
