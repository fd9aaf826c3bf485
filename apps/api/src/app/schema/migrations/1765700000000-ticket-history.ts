import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Maximum number of tickets in one event of an import. */
const BATCH_SIZE = 500;

/** The columns whose old and new values an event holds. */
const RECORDED_COLUMNS = [
  'title',
  'category',
  'priority',
  'status',
  'requester_id',
  'assignee_id',
  'team_id',
  'tags',
] as const;

/**
 * The history of tickets. Triggers record each change in its transaction, so there is exactly one event for each change of a ticket,
 * including those of writers that bypass the API. They take the actor from the transaction's setting `docket.actor`.
 *
 * An event never holds a description: it may be long, and a secret that somebody removes from it should be gone.
 */
export class TicketHistory1765700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createFeedEpoch(runner);
    await runner.query(`
      CREATE TABLE ticket_events (
        id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        epoch         bigint NOT NULL DEFAULT feed_epoch(),
        horizon       xid8 NOT NULL DEFAULT feed_horizon(),
        ticket_id     integer,
        at            timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        kind          text NOT NULL
          CHECK (kind IN ('ticket.created', 'ticket.changed', 'ticket.deleted', 'message.added', 'import.batch')),
        actor_kind    text NOT NULL CHECK (actor_kind IN ('local', 'human', 'api', 'requester', 'ai', 'system')),
        actor_id      integer,
        verified      boolean NOT NULL,
        message_id    bigint,
        suggestion_id bigint,
        batch_id      bigint,
        change        jsonb CHECK (octet_length(change::text) <= 16000),
        CONSTRAINT ticket_events_of_one_ticket CHECK ((kind = 'import.batch') = (ticket_id IS NULL)),
        CONSTRAINT ticket_events_of_one_message CHECK ((kind = 'message.added') = (message_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX ticket_events_by_ticket ON ticket_events (ticket_id, id)');
    await runner.query('CREATE INDEX ticket_events_feed ON ticket_events (epoch, horizon, id)');
    await this.protectEvents(runner);
    await this.recordChanges(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const event of ['truncate', 'delete', 'update', 'insert']) {
      await runner.query(`DROP TRIGGER tickets_recorded_on_${event} ON tickets`);
      await runner.query(`DROP FUNCTION record_ticket_${event}()`);
    }
    await runner.query('DROP TABLE ticket_events');
    await runner.query('DROP FUNCTION ticket_events_append_only(), ticket_event_actor(), feed_horizon(), feed_epoch()');
    await runner.query('DROP TABLE feed_epochs');
  }

  /**
   * Numbers the lives of the database. Transaction ids order the events of one life only: they start again in a restored or moved
   * database, and a standby that takes over may have lost the last ones. The upper 32 bits are the generation, which Docket raises in
   * another cluster; the lower ones are the timeline, which PostgreSQL raises when a standby takes over.
   */
  private async createFeedEpoch(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feed_epochs (
        singleton  boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        generation integer NOT NULL CHECK (generation > 0),
        system     text NOT NULL
      )`);
    await runner.query(`
      INSERT INTO feed_epochs (generation, system) SELECT 1, system_identifier::text FROM pg_control_system()`);
    await runner.query(`
      CREATE FUNCTION feed_epoch() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN (SELECT generation::bigint << 32 FROM feed_epochs)
          | ('x' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8))::bit(32)::bigint;
      END $$`);
    // The first transaction id that nobody has yet. Unlike the event's own transaction id, which a transaction may get long before it
    // changes a ticket, it grows with time: so the events of a ticket are in the order of its changes. And it is above the event's
    // transaction id, so a reader knows that all events up to the oldest running transaction are there. A snapshot may be older than
    // the own transaction id in REPEATABLE READ.
    await runner.query(`
      CREATE FUNCTION feed_horizon() RETURNS xid8 LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN greatest(
          pg_snapshot_xmax(pg_current_snapshot()), (pg_current_xact_id()::text::bigint + 1)::text::xid8
        );
      END $$`);
  }

  /** Events stay as they are. Only TRUNCATE of the tickets ends their history: their ids may start again. */
  private async protectEvents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ticket_events_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
        RAISE EXCEPTION 'ticket_events is append-only' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER ticket_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_events
      FOR EACH STATEMENT EXECUTE FUNCTION ticket_events_append_only()`);
  }

  private async recordChanges(runner: QueryRunner): Promise<void> {
    // The setting is 'kind' or 'kind:id'. It is empty for SQL by hand, and after a transaction that had it. Nobody has proved to be the
    // requester that a public form names.
    await runner.query(`
      CREATE FUNCTION ticket_event_actor(OUT kind text, OUT id integer, OUT verified boolean) LANGUAGE plpgsql STABLE AS $$
      DECLARE setting text := coalesce(current_setting('docket.actor', true), '');
      BEGIN
        kind := coalesce(nullif(split_part(setting, ':', 1), ''), 'system');
        id := nullif(split_part(setting, ':', 2), '')::integer;
        verified := setting <> '' AND kind <> 'requester';
      END $$`);
    await this.record(
      runner,
      'insert',
      'REFERENCING NEW TABLE AS new_tickets',
      `
      IF (SELECT count(*) FROM (SELECT FROM new_tickets LIMIT 2) AS first_two) = 1 THEN
        INSERT INTO ticket_events (kind, ticket_id, actor_kind, actor_id, verified)
        SELECT 'ticket.created', ticket.id, actor.kind, actor.id, actor.verified
        FROM new_tickets AS ticket, ticket_event_actor() AS actor;
      ELSE
        INSERT INTO ticket_events (kind, change, actor_kind, actor_id, verified)
        SELECT 'import.batch', jsonb_build_object('ids', ids), actor.kind, actor.id, actor.verified
        FROM (
          SELECT jsonb_agg(id ORDER BY id) AS ids
          FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / ${BATCH_SIZE} AS batch FROM new_tickets) AS numbered
          GROUP BY batch ORDER BY batch
        ) AS batches, ticket_event_actor() AS actor;
      END IF;`,
    );
    const changes = RECORDED_COLUMNS.map(
      (column) => `
            '${column}', CASE WHEN earlier.${column} IS DISTINCT FROM ticket.${column}
              THEN jsonb_build_array(earlier.${column}, ticket.${column}) END`,
    );
    await this.record(
      runner,
      'update',
      'REFERENCING OLD TABLE AS old_tickets NEW TABLE AS new_tickets',
      `
      INSERT INTO ticket_events (kind, ticket_id, change, actor_kind, actor_id, verified)
      SELECT 'ticket.changed', changed.id, changed.change, actor.kind, actor.id, actor.verified
      FROM (
        SELECT ticket.id, jsonb_strip_nulls(jsonb_build_object(${changes.join(',')},
            'description', CASE WHEN earlier.description <> ticket.description THEN '[]'::jsonb END
          )) AS change
        FROM old_tickets AS earlier JOIN new_tickets AS ticket USING (id)
      ) AS changed, ticket_event_actor() AS actor
      WHERE changed.change <> '{}' ORDER BY changed.id;`,
    );
    await this.record(
      runner,
      'delete',
      'REFERENCING OLD TABLE AS old_tickets',
      `
      INSERT INTO ticket_events (kind, ticket_id, actor_kind, actor_id, verified)
      SELECT 'ticket.deleted', ticket.id, actor.kind, actor.id, actor.verified
      FROM old_tickets AS ticket, ticket_event_actor() AS actor ORDER BY ticket.id;`,
    );
    await this.record(
      runner,
      'truncate',
      '',
      `
      TRUNCATE ticket_events;
      UPDATE feed_epochs SET generation = generation + 1;`,
    );
  }

  /** Creates a trigger that runs once for each statement. */
  private async record(runner: QueryRunner, event: string, tables: string, statements: string): Promise<void> {
    await runner.query(`
      CREATE FUNCTION record_ticket_${event}() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN${statements}
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tickets_recorded_on_${event} AFTER ${event.toUpperCase()} ON tickets ${tables}
      FOR EACH STATEMENT EXECUTE FUNCTION record_ticket_${event}()`);
  }
}
