import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations, links that set a password, services, and details of security events. */
export class PeopleAdministration1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users
        ADD kind        text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'service')),
        ADD managed_by  text NOT NULL DEFAULT 'local' CHECK (managed_by IN ('local', 'oidc')),
        ADD failures    integer NOT NULL DEFAULT 0,
        ALTER email DROP NOT NULL,
        ADD CONSTRAINT users_email_of_person CHECK ((kind = 'person') = (email IS NOT NULL))`);
    await runner.query(`
      ALTER TABLE sessions
        ADD method text NOT NULL DEFAULT 'password' CHECK (method IN ('password', 'oidc'))`);
    await runner.query(`
      ALTER TABLE one_time_links
        DROP CONSTRAINT one_time_links_kind_check,
        ADD user_id    integer REFERENCES users,
        ADD created_at timestamptz(3) NOT NULL DEFAULT now(),
        ADD CONSTRAINT one_time_links_kind_check CHECK (kind IN ('set_up', 'invite', 'reset')),
        ADD CONSTRAINT one_time_links_user CHECK ((kind = 'set_up') = (user_id IS NULL))`);
    await runner.query('CREATE INDEX one_time_links_by_user ON one_time_links (user_id)');
    await runner.query(`
      ALTER TABLE security_events
        ADD token_id integer,
        ADD details  jsonb CHECK (octet_length(details::text) <= 4000)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE security_events DROP token_id, DROP details');
    await runner.query(`DELETE FROM one_time_links WHERE kind <> 'set_up'`);
    await runner.query(`
      ALTER TABLE one_time_links
        DROP CONSTRAINT one_time_links_user,
        DROP CONSTRAINT one_time_links_kind_check,
        DROP user_id,
        DROP created_at,
        ADD CONSTRAINT one_time_links_kind_check CHECK (kind IN ('set_up'))`);
    await runner.query('ALTER TABLE sessions DROP method');
    await runner.query(`UPDATE users SET email = 'service-' || id || '@invalid' WHERE email IS NULL`);
    await runner.query(`
      ALTER TABLE users
        DROP CONSTRAINT users_email_of_person, DROP failures, DROP managed_by, DROP kind, ALTER email SET NOT NULL`);
  }
}
