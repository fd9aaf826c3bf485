import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Webhooks, what they are sent, and each attempt. A webhook has its own position in the feed of ticket events. The secret that signs its
 * deliveries is not here: it is computed from SECRET_KEY.
 */
export class Webhooks1766300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhooks (
        id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
        url           text NOT NULL CHECK (octet_length(url) BETWEEN 1 AND 2000),
        types         text[] NOT NULL CHECK (cardinality(types) BETWEEN 1 AND 10),
        state         text NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'failing', 'off')),
        off_reason    text CHECK (off_reason IN ('person', 'gone', 'failing')),
        failing_since timestamptz(3),
        secret_no     integer NOT NULL DEFAULT 1,
        rotated_at    timestamptz(3),
        epoch         bigint NOT NULL,
        horizon       xid8 NOT NULL,
        event_id      bigint NOT NULL,
        version       integer NOT NULL DEFAULT 1,
        created_at    timestamptz(3) NOT NULL DEFAULT now(),
        CHECK ((state = 'off') = (off_reason IS NOT NULL)),
        CHECK (state <> 'failing' OR failing_since IS NOT NULL)
      )`);
    await runner.query(`
      CREATE TABLE webhook_deliveries (
        id           uuid PRIMARY KEY,
        position     bigint GENERATED ALWAYS AS IDENTITY,
        webhook_id   integer NOT NULL REFERENCES webhooks ON DELETE CASCADE,
        event_id     bigint,
        ticket_id    integer,
        type         text NOT NULL,
        body         text NOT NULL CHECK (octet_length(body) <= 20000),
        state        text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'dead')),
        tries        smallint NOT NULL DEFAULT 0,
        next_at      timestamptz(3) NOT NULL DEFAULT now(),
        leased_until timestamptz(3),
        created_at   timestamptz(3) NOT NULL DEFAULT now(),
        UNIQUE (webhook_id, event_id)
      )`);
    await runner.query(`
      CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, next_at, position) WHERE state = 'pending'`);
    await runner.query(`
      CREATE INDEX webhook_deliveries_of_ticket ON webhook_deliveries (webhook_id, ticket_id, position) WHERE state = 'pending'`);
    await runner.query('CREATE INDEX webhook_deliveries_listed ON webhook_deliveries (webhook_id, position)');
    await runner.query('CREATE INDEX webhook_deliveries_by_time ON webhook_deliveries (created_at)');
    await runner.query(`
      CREATE TABLE webhook_attempts (
        id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        delivery_id uuid NOT NULL REFERENCES webhook_deliveries ON DELETE CASCADE,
        at          timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        ms          integer NOT NULL CHECK (ms >= 0),
        status      smallint,
        error       text CHECK (octet_length(error) <= 1000),
        answer      text CHECK (octet_length(answer) <= 4000)
      )`);
    await runner.query('CREATE INDEX webhook_attempts_of_delivery ON webhook_attempts (delivery_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_attempts, webhook_deliveries, webhooks');
  }
}
