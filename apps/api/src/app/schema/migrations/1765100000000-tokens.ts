import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bearer tokens of people and services, and a public id for each session. */
export class Tokens1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Hours and not days: the length of a day depends on the time zone of the connection. 8784 hours are 366 days.
    await runner.query(`
      CREATE TABLE tokens (
        id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        hash         bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
        user_id      integer NOT NULL REFERENCES users,
        created_by   integer NOT NULL REFERENCES users,
        name         text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
        start        text NOT NULL CHECK (start ~ '^dk[ps]_[0-9A-Za-z]{4}$'),
        scopes       text[] NOT NULL CHECK (cardinality(scopes) BETWEEN 1 AND 50),
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        expires_at   timestamptz(3),
        last_used_at timestamptz(3),
        revoked_at   timestamptz(3),
        CONSTRAINT tokens_lifetime CHECK (expires_at <= created_at + interval '8784 hours'),
        CONSTRAINT tokens_of_people_expire CHECK (expires_at IS NOT NULL OR start LIKE 'dks%')
      )`);
    await runner.query('CREATE INDEX tokens_by_user ON tokens (user_id, id)');
    await runner.query('ALTER TABLE sessions ADD id integer GENERATED ALWAYS AS IDENTITY UNIQUE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions DROP id');
    await runner.query('DROP TABLE tokens');
  }
}
