import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who filed a ticket by the public form. */
export class Requests1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE requests (
        ticket_id integer PRIMARY KEY REFERENCES tickets ON DELETE CASCADE,
        reference text NOT NULL UNIQUE CHECK (reference ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'),
        email     text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
        name      text CHECK (char_length(name) BETWEEN 1 AND 100)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE requests');
  }
}
