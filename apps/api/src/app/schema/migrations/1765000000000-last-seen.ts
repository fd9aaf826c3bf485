import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last request of people whose sessions have ended. A trigger keeps it, whichever statement ends a session. */
export class LastSeen1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users ADD last_seen_at timestamptz(3)');
    await runner.query(`
      CREATE FUNCTION keep_last_seen() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE users SET last_seen_at = greatest(users.last_seen_at, ended.seen_at)
        FROM (SELECT user_id, max(seen_at) AS seen_at FROM ended_sessions GROUP BY user_id) AS ended
        WHERE users.id = ended.user_id;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_last_seen AFTER DELETE ON sessions REFERENCING OLD TABLE AS ended_sessions
      FOR EACH STATEMENT EXECUTE FUNCTION keep_last_seen()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER keep_last_seen ON sessions');
    await runner.query('DROP FUNCTION keep_last_seen()');
    await runner.query('ALTER TABLE users DROP last_seen_at');
  }
}
