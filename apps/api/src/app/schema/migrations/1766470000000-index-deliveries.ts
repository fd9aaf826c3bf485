import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index of the log of a webhook, filtered by state. */
export const STATE_INDEX = {
  name: 'webhook_deliveries_by_state',
  definition: 'ON webhook_deliveries (webhook_id, state, position)',
};

/**
 * Prepares the log of webhooks for filters by state. With deliveries, `online/index-deliveries.ts` does it after the start. A webhook that
 * is deleted stays as a row until its log is deleted.
 */
export class IndexDeliveries1766470000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhooks ADD deleted_at timestamptz(3)');
    const [delivery] = (await runner.query('SELECT FROM webhook_deliveries LIMIT 1')) as unknown[];
    if (!delivery) await runner.query(`CREATE INDEX ${STATE_INDEX.name} ${STATE_INDEX.definition}`);
    await runner.query(
      `INSERT INTO online_changes (name, finished_at)
       VALUES ('index-deliveries', CASE WHEN to_regclass($1) IS NOT NULL THEN now() END)`,
      [STATE_INDEX.name],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM online_changes WHERE name = 'index-deliveries'`);
    await runner.query(`DROP INDEX IF EXISTS ${STATE_INDEX.name}`);
    await runner.query('DELETE FROM webhooks WHERE deleted_at IS NOT NULL');
    await runner.query('ALTER TABLE webhooks DROP deleted_at');
  }
}
