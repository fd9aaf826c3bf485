import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of changes that run while the API serves requests: see `platform/database/online`. */
export class OnlineChanges1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE online_changes (
        name        text PRIMARY KEY,
        finished_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE leases (
        name       text PRIMARY KEY,
        holder     uuid NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE online_changes, leases');
  }
}
