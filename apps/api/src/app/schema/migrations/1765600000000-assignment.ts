import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every ASCII character but letters, digits, `_` and `-`, and white space. The API allows fewer characters: letters and digits of all
 * scripts, which a regular expression of PostgreSQL knows only by the locale of the database.
 */
const NOT_IN_TAGS = '\\u0001-,./:-@[-^`{-\\u00A0\\u2000-\\u200F\\u2028-\\u202F\\u3000\\uFEFF';

/** Who asks for help, who works on a ticket, and its tags. */
export class Assignment1765600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE requesters (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        email      text NOT NULL UNIQUE CHECK (char_length(email) BETWEEN 3 AND 254),
        name       text CHECK (char_length(name) BETWEEN 1 AND 100),
        created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
      )`);
    await runner.query(`
      CREATE TABLE teams (
        id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name       text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
        name_key   text NOT NULL UNIQUE,
        created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        version    integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE team_members (
        team_id integer NOT NULL REFERENCES teams ON DELETE CASCADE,
        user_id integer NOT NULL REFERENCES users,
        PRIMARY KEY (team_id, user_id)
      )`);
    await runner.query('CREATE INDEX team_members_by_user ON team_members (user_id)');
    await runner.query(`
      CREATE FUNCTION ticket_tags_valid(tags text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN cardinality(tags) <= 10 AND array_ndims(tags) IS NOT DISTINCT FROM nullif(least(cardinality(tags), 1), 0)
        AND NOT EXISTS (
          SELECT FROM unnest(tags) WITH ORDINALITY AS each (tag, position)
          WHERE tag IS NULL OR tag !~ '^[^${NOT_IN_TAGS}]{1,40}$' OR tag COLLATE "C" <= tags[position - 1]
        )`);
    // NOT VALID, because a check of all tickets would lock them. The columns are new, so that all tickets comply.
    await runner.query(`
      ALTER TABLE tickets
        ADD requester_id integer,
        ADD assignee_id  integer,
        ADD team_id      integer,
        ADD tags         text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT tickets_requester FOREIGN KEY (requester_id) REFERENCES requesters NOT VALID,
        ADD CONSTRAINT tickets_assignee FOREIGN KEY (assignee_id) REFERENCES users NOT VALID,
        ADD CONSTRAINT tickets_team FOREIGN KEY (team_id) REFERENCES teams NOT VALID,
        ADD CONSTRAINT tickets_tags CHECK (tags = '{}' OR ticket_tags_valid(tags)) NOT VALID`);
    await this.moveRequesters(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE requests SET email = requester.email, name = requester.name
      FROM tickets AS ticket JOIN requesters AS requester ON requester.id = ticket.requester_id
      WHERE ticket.id = requests.ticket_id AND requests.email IS NULL`);
    await runner.query('ALTER TABLE requests ALTER email SET NOT NULL');
    await runner.query(`
      ALTER TABLE tickets
        DROP CONSTRAINT tickets_tags, DROP tags, DROP team_id, DROP assignee_id, DROP requester_id`);
    await runner.query('DROP FUNCTION ticket_tags_valid(text[])');
    await runner.query('DROP TABLE team_members, teams, requesters');
  }

  /** Knows those who used the public form. Its own columns stay for API processes of the version before, and are empty from now on. */
  private async moveRequesters(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE requests ALTER email DROP NOT NULL');
    await runner.query(`
      INSERT INTO requesters (email, name)
      SELECT DISTINCT ON (email) email, name FROM requests ORDER BY email, name IS NULL, ticket_id DESC`);
    await runner.query(`
      UPDATE tickets SET requester_id = requester.id
      FROM requests AS request JOIN requesters AS requester USING (email) WHERE tickets.id = request.ticket_id`);
  }
}
