import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identities of people at an OpenID Connect provider, and sign-ins that are under way there. */
export class SingleSignOn1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identities (
        id         integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        issuer     text NOT NULL CHECK (char_length(issuer) BETWEEN 1 AND 500),
        subject    text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 255),
        user_id    integer NOT NULL REFERENCES users,
        email      text CHECK (char_length(email) <= 254),
        groups     text[] NOT NULL DEFAULT '{}' CHECK (cardinality(groups) <= 100),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (issuer, subject),
        CONSTRAINT identities_one_per_issuer UNIQUE (user_id, issuer)
      )`);
    await runner.query(`
      CREATE TABLE oidc_attempts (
        state_hash   bytea PRIMARY KEY CHECK (octet_length(state_hash) = 32),
        browser_hash bytea NOT NULL CHECK (octet_length(browser_hash) = 32),
        nonce        text NOT NULL CHECK (octet_length(nonce) <= 100),
        verifier     text NOT NULL CHECK (octet_length(verifier) <= 128),
        return_to    text NOT NULL CHECK (char_length(return_to) <= 2000),
        purpose      text NOT NULL CHECK (purpose IN ('sign_in', 'step_up', 'link')),
        user_id      integer REFERENCES users,
        session_hash bytea CHECK (octet_length(session_hash) = 32),
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        expires_at   timestamptz(3) NOT NULL,
        CONSTRAINT oidc_attempts_session CHECK (
          (purpose = 'sign_in') = (user_id IS NULL) AND (purpose = 'sign_in' OR session_hash IS NOT NULL)
        )
      )`);
    await runner.query('CREATE INDEX oidc_attempts_by_expiry ON oidc_attempts (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE oidc_attempts, identities');
  }
}
