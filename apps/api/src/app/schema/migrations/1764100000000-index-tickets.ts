import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps the list and the search fast at a million tickets. docs/performance.md has the measurements behind each choice, and the
 * time for which an existing table of that size is locked.
 */
export class IndexTickets1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    // Independent of the database's locale, whose lower() may support ASCII only. Upper case first unifies "ß" with "ss", and "ı"
    // with "I" and "i". Then the final sigma becomes a sigma, and the dot of "İ" is removed. Folding is idempotent, and the
    // lower-casing of pg_trgm does not change its result.
    await runner.query(`
      CREATE FUNCTION ticket_search_text(input text) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN translate(lower(upper(input COLLATE "und-x-icu")), U&'\\03C2\\0307', U&'\\03C3')`);
    // Keeps tickets of up to a page of 8 kB uncompressed in the table. A search rechecks thousands of them. Fetching and
    // decompressing each from the TOAST table costs more than reading a table that is a fifth larger.
    await runner.query('ALTER TABLE tickets SET (toast_tuple_target = 8160)');
    // The record separator keeps a match from starting in the title and ending in the description.
    await runner.query(`
      ALTER TABLE tickets ADD COLUMN search_text text NOT NULL
      GENERATED ALWAYS AS (ticket_search_text(title || U&'\\001E' || description)) STORED`);
    await runner.query(
      'CREATE INDEX tickets_by_label ON tickets (category, priority, status, created_at DESC, id DESC)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX tickets_by_label');
    await runner.query('ALTER TABLE tickets DROP COLUMN search_text, RESET (toast_tuple_target)');
    await runner.query('DROP FUNCTION ticket_search_text(text)');
  }
}
