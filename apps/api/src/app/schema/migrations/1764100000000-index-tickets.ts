import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of lists that are filtered by properties. On a table with tickets, it is created after the start: see
 * `online/index-properties.ts`.
 */
export const PROPERTIES_INDEX = {
  name: 'tickets_by_label',
  definition: 'ON tickets (category, priority, status, created_at DESC, id DESC)',
};

/** Prepares the table for lists and searches. docs/performance.md has the measurements behind each choice. */
export class IndexTickets1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    // Keeps tickets of up to a page of 8 kB uncompressed in the table. A search rechecks thousands of them. Fetching and
    // decompressing each from the TOAST table costs more than reading a table that is a fifth larger.
    await runner.query('ALTER TABLE tickets SET (toast_tuple_target = 8160)');
    const [tickets] = (await runner.query('SELECT FROM tickets LIMIT 1')) as unknown[];
    if (!tickets) await runner.query(`CREATE INDEX ${PROPERTIES_INDEX.name} ${PROPERTIES_INDEX.definition}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX IF EXISTS ${PROPERTIES_INDEX.name}`);
    await runner.query('ALTER TABLE tickets RESET (toast_tuple_target)');
  }
}
