import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The answers to requests with an Idempotency-Key, for a day. `fingerprint` is a SHA-256. A secret answer has no body. Work of many
 * transactions, such as an import, has its progress in place of an answer, and counts its steps.
 */
export class IdempotencyKeys1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        actor       text NOT NULL CHECK (char_length(actor) <= 40),
        key         text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 255),
        fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
        status      smallint CHECK (status BETWEEN 200 AND 299),
        headers     jsonb CHECK (jsonb_typeof(headers) = 'object'),
        body        text,
        is_secret   boolean NOT NULL DEFAULT false,
        step        integer NOT NULL DEFAULT 0,
        progress    jsonb CHECK (octet_length(progress::text) <= 100000),
        created_at  timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (actor, key),
        CHECK (NOT is_secret OR body IS NULL),
        CHECK ((status IS NULL) = (progress IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys');
  }
}
