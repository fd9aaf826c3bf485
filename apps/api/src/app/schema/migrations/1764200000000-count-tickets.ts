import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An arbitrary constant: the first key of the advisory locks on counter slots. */
const SLOT_LOCKS = 4_207_302;

/** The statements that change tickets, with their transition tables and the resulting changes of the counters. */
const CHANGES = [
  { event: 'INSERT', tables: 'NEW TABLE AS new_tickets', deltas: deltas('new_tickets', '1') },
  { event: 'DELETE', tables: 'OLD TABLE AS old_tickets', deltas: deltas('old_tickets', '-1') },
  {
    event: 'UPDATE',
    tables: 'OLD TABLE AS old_tickets NEW TABLE AS new_tickets',
    deltas: `${deltas('new_tickets', '1')} UNION ALL ${deltas('old_tickets', '-1')}`,
  },
] as const;

/**
 * Counters of tickets by their properties and by their UTC day of filing. Triggers update them in the transaction of each change,
 * so they are exact in every snapshot, including for writers that bypass the API.
 *
 * Each counter is spread over slots, and its value is their sum. A transaction counts in a slot that no other transaction uses, so
 * writers neither wait for each other nor deadlock. The number of slots is the highest number of concurrent writers so far.
 */
export class CountTickets1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_label_counts (
        category text NOT NULL, priority text NOT NULL, status text NOT NULL, slot integer NOT NULL, tickets integer NOT NULL,
        PRIMARY KEY (category, priority, status, slot)
      ) WITH (fillfactor = 50)`); // leaves room on the page for the next version of each row
    await runner.query(`
      CREATE TABLE ticket_day_counts (
        day date NOT NULL, slot integer NOT NULL, tickets integer NOT NULL,
        PRIMARY KEY (day, slot)
      ) WITH (fillfactor = 50)`);
    // The loop terminates: a transaction holds only a few slots, and connections limit the number of transactions.
    await runner.query(`
      CREATE FUNCTION ticket_counter_slot() RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE slot integer := 0;
      BEGIN
        WHILE NOT pg_try_advisory_xact_lock(${SLOT_LOCKS}, slot) LOOP slot := slot + 1; END LOOP;
        RETURN slot;
      END $$`);
    for (const { event, tables, deltas } of CHANGES) {
      const name = event.toLowerCase();
      await runner.query(`
        CREATE FUNCTION count_tickets_on_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE own_slot integer := ticket_counter_slot();
        BEGIN
          ${add('ticket_label_counts', 'category, priority, status', deltas)};
          ${add('ticket_day_counts', 'day', deltas)};
          RETURN NULL;
        END $$`);
      await runner.query(`
        CREATE TRIGGER tickets_counted_on_${name} AFTER ${event} ON tickets REFERENCING ${tables}
        FOR EACH STATEMENT EXECUTE FUNCTION count_tickets_on_${name}()`);
    }
    await runner.query(`
      CREATE FUNCTION count_tickets_on_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM ticket_label_counts;
        DELETE FROM ticket_day_counts;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tickets_counted_on_truncate AFTER TRUNCATE ON tickets
      FOR EACH STATEMENT EXECUTE FUNCTION count_tickets_on_truncate()`);
    // For READ COMMITTED: the counts are read after the lock is granted, so they include every change that it waited for.
    await runner.query(`
      CREATE FUNCTION rebuild_ticket_counters() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        LOCK TABLE tickets IN SHARE MODE;
        DELETE FROM ticket_label_counts;
        DELETE FROM ticket_day_counts;
        INSERT INTO ticket_label_counts (category, priority, status, slot, tickets)
          SELECT category, priority, status, 0, count(*) FROM tickets GROUP BY category, priority, status;
        INSERT INTO ticket_day_counts (day, slot, tickets)
          SELECT (created_at AT TIME ZONE 'UTC')::date, 0, count(*) FROM tickets GROUP BY 1;
      END $$`);
    await runner.query('SELECT rebuild_ticket_counters()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const event of ['truncate', 'update', 'delete', 'insert']) {
      await runner.query(`DROP TRIGGER tickets_counted_on_${event} ON tickets`);
      await runner.query(`DROP FUNCTION count_tickets_on_${event}()`);
    }
    await runner.query('DROP FUNCTION rebuild_ticket_counters(), ticket_counter_slot()');
    await runner.query('DROP TABLE ticket_label_counts, ticket_day_counts');
  }
}

/** One row for each ticket of a transition table, with its change of the counters. */
function deltas(table: string, change: '1' | '-1'): string {
  return `SELECT category, priority, status, (created_at AT TIME ZONE 'UTC')::date AS day, ${change} AS change FROM ${table}`;
}

/** Adds the changes to the counters in the transaction's slot. Changes that cancel each other out write nothing. */
function add(counters: string, keys: string, deltas: string): string {
  return `
    INSERT INTO ${counters} AS counter (${keys}, slot, tickets)
    SELECT ${keys}, own_slot, sum(change) FROM (${deltas}) AS delta GROUP BY ${keys} HAVING sum(change) <> 0
    ON CONFLICT (${keys}, slot) DO UPDATE SET tickets = counter.tickets + excluded.tickets`;
}
