import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The columns whose changes have an event. See `TicketHistory1765700000000`. */
const FIELDS = [
  'title',
  'category',
  'priority',
  'status',
  'requester_id',
  'assignee_id',
  'team_id',
  'tags',
  'description', // last, because comparing long texts takes longest
] as const;

const row = (name: 'NEW' | 'OLD') => `(${FIELDS.map((field) => `${name}.${field}`).join(', ')})`;

/**
 * A change by SQL raises `version` and `updated_at`, too, so `If-None-Match` and `If-Match` notice it, and screens show it. A trigger does
 * that only if the writer does not. The API does, so its changes cost a comparison of two numbers and two times.
 *
 * Statements that set other columns only, such as the folding of texts, do not reach the trigger.
 */
export class RaiseVersions1766480000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION raise_ticket_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.version <= OLD.version THEN NEW.version := OLD.version + 1; END IF;
        IF NEW.updated_at <= OLD.updated_at THEN NEW.updated_at := clock_timestamp(); END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tickets_versioned BEFORE UPDATE OF ${FIELDS.join(', ')} ON tickets FOR EACH ROW
      WHEN ((NEW.version <= OLD.version OR NEW.updated_at <= OLD.updated_at) AND ${row('NEW')} IS DISTINCT FROM ${row('OLD')})
      EXECUTE FUNCTION raise_ticket_version()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tickets_versioned ON tickets');
    await runner.query('DROP FUNCTION raise_ticket_version()');
  }
}
