import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Known browsers, and an audit log that can be searched and that forgets old events. */
export class Audit1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One row for each person who signs in with a browser: several people may share one.
    await runner.query(`
      CREATE TABLE devices (
        token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
        user_id    integer NOT NULL REFERENCES users,
        failures   integer NOT NULL DEFAULT 0,
        seen_at    timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (token_hash, user_id)
      )`);
    await runner.query('CREATE INDEX devices_by_user ON devices (user_id, seen_at)');
    await runner.query('CREATE INDEX security_events_by_time ON security_events (at, id)');
    await runner.query('CREATE INDEX security_events_by_event ON security_events (event, at, id)');
    await runner.query('CREATE INDEX security_events_by_actor ON security_events (actor_id, at, id)');
    await runner.query('CREATE INDEX security_events_by_user ON security_events (user_id, at, id)');
    await this.replaceTrigger(runner, 'UPDATE OR TRUNCATE');
    // No statement deletes an event of the last 30 days. Older ones go only in a transaction that says after how many days.
    await runner.query(`
      CREATE FUNCTION security_events_keep() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        days integer := nullif(current_setting('docket.audit_days', true), '')::integer;
      BEGIN
        IF days IS NULL OR EXISTS (SELECT FROM gone WHERE at > now() - make_interval(days => greatest(days, 30))) THEN
          RAISE EXCEPTION 'security_events is append-only' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER security_events_keep AFTER DELETE ON security_events
      REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION security_events_keep()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER security_events_keep ON security_events');
    await runner.query('DROP FUNCTION security_events_keep()');
    await this.replaceTrigger(runner, 'UPDATE OR DELETE OR TRUNCATE');
    await runner.query(
      'DROP INDEX security_events_by_time, security_events_by_event, security_events_by_actor, security_events_by_user',
    );
    await runner.query('DROP TABLE devices');
  }

  /** Sets the statements that never succeed. */
  private async replaceTrigger(runner: QueryRunner, statements: string): Promise<void> {
    await runner.query('DROP TRIGGER security_events_append_only ON security_events');
    await runner.query(`
      CREATE TRIGGER security_events_append_only BEFORE ${statements} ON security_events
      FOR EACH STATEMENT EXECUTE FUNCTION security_events_append_only()`);
  }
}
