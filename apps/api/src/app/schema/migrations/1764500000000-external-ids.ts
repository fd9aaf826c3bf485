import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The id of a ticket in the system that it was imported from. The check is NOT VALID, so that PostgreSQL does not scan the table
 * for it: every existing row is empty, and new rows are checked.
 */
export class ExternalIds1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets ADD COLUMN external_id text');
    await runner.query(`
      ALTER TABLE tickets ADD CONSTRAINT tickets_external_id_length
      CHECK (char_length(external_id) BETWEEN 1 AND 255) NOT VALID`);
    await runner.query(
      'CREATE UNIQUE INDEX tickets_external_id ON tickets (external_id) WHERE external_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets DROP COLUMN external_id');
  }
}
