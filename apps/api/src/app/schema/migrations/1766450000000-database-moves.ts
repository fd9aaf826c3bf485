import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row in it keeps Docket from starting on this database: see `platform/database/database-move.ts`. */
export class DatabaseMoves1766450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE database_moves (
        singleton  boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        id         uuid NOT NULL,
        state      text NOT NULL CHECK (state IN ('arriving', 'moved')),
        place      text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE database_moves');
  }
}
