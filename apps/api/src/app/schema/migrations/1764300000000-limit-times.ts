import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rejects times that RFC 3339 cannot represent: years before 1 or after 9999, and infinity. One such row, written by a client that
 * bypasses the API, would break every list that contains it.
 */
export class LimitTimes1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const writable = "BETWEEN '0001-01-01 00:00:00+00' AND '9999-12-31 23:59:59.999+00'";
    await runner.query(`
      ALTER TABLE tickets
        ADD CONSTRAINT tickets_created_at_writable CHECK (created_at ${writable}),
        ADD CONSTRAINT tickets_updated_at_writable CHECK (updated_at ${writable})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE tickets DROP CONSTRAINT tickets_created_at_writable, DROP CONSTRAINT tickets_updated_at_writable',
    );
  }
}
