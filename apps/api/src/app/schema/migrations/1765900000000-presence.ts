import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which tickets people have open: one row for each tab, written every ten seconds. Unlogged, because nothing is lost if a crash empties it.
 * A row is deleted with its session, so that a sign-out counts. No reference to tickets: its check would lock the ticket's row on each
 * move.
 */
export class Presence1765900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE presence (
        user_id   integer NOT NULL REFERENCES users ON DELETE CASCADE,
        tab       text NOT NULL CHECK (tab ~ '^[A-Za-z0-9_-]{1,64}$'),
        ticket_id integer NOT NULL,
        doing     text NOT NULL CHECK (doing IN ('reading', 'replying')),
        seen_at   timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        session   bytea NOT NULL REFERENCES sessions ON UPDATE CASCADE ON DELETE CASCADE,
        PRIMARY KEY (user_id, tab)
      ) WITH (fillfactor = 50)`);
    await runner.query('CREATE INDEX presence_by_session ON presence (session)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE presence');
  }
}
