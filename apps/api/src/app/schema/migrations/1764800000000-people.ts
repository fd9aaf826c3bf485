import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of people, their sessions, one-time links and security events. Secrets are stored as SHA-256 only. */
export class People1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
        email         text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
        role          text NOT NULL CHECK (role IN ('admin', 'agent', 'viewer')),
        state         text NOT NULL CHECK (state IN ('invited', 'active', 'deactivated')),
        password_hash text CHECK (octet_length(password_hash) <= 256),
        created_at    timestamptz(3) NOT NULL DEFAULT now(),
        version       integer NOT NULL DEFAULT 1
      )`);
    await runner.query('CREATE UNIQUE INDEX users_email ON users (lower(email))');
    await runner.query(`
      CREATE TABLE sessions (
        token_hash       bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        user_id          integer NOT NULL REFERENCES users,
        created_at       timestamptz(3) NOT NULL DEFAULT now(),
        seen_at          timestamptz(3) NOT NULL DEFAULT now(),
        authenticated_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at       timestamptz(3) NOT NULL,
        ip               text NOT NULL CHECK (octet_length(ip) <= 64),
        user_agent       text NOT NULL CHECK (char_length(user_agent) <= 500)
      )`);
    await runner.query('CREATE INDEX sessions_by_user ON sessions (user_id, seen_at)');
    await runner.query(`
      CREATE TABLE one_time_links (
        token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
        kind       text NOT NULL CHECK (kind IN ('set_up')),
        expires_at timestamptz(3) NOT NULL,
        used_at    timestamptz(3)
      )`);
    await runner.query(`
      CREATE TABLE security_events (
        id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at         timestamptz(3) NOT NULL DEFAULT now(),
        event      text NOT NULL,
        actor_id   integer REFERENCES users,
        user_id    integer REFERENCES users,
        ip         text NOT NULL CHECK (octet_length(ip) <= 64),
        user_agent text NOT NULL CHECK (char_length(user_agent) <= 500),
        request_id text NOT NULL CHECK (char_length(request_id) <= 200)
      )`);
    // The columns and their order are those that rate-limiter-flexible expects. `expire` is in milliseconds since 1970.
    await runner.query(`
      CREATE TABLE rate_limits (
        key    varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await runner.query(`
      CREATE FUNCTION security_events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'security_events is append-only' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER security_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON security_events
      FOR EACH STATEMENT EXECUTE FUNCTION security_events_append_only()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limits, security_events, one_time_links, sessions, users');
    await runner.query('DROP FUNCTION security_events_append_only()');
  }
}
