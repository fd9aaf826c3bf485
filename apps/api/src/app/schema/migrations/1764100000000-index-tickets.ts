import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What keeps the list and the search quick at a million tickets. docs/performance.md has the measurements behind each choice,
 * and how long an existing table of that size is locked for.
 */
export class IndexTickets1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    // Whatever the locale of the database is: its own lower() may know ASCII only. Upper case first makes one of "ß" and "ss",
    // of "ı", "I" and "i"; then the final sigma is a sigma, and the dot of a "İ" goes. The result never changes by folding it
    // again, also not by the trigrams' own lower-casing.
    await runner.query(`
      CREATE FUNCTION ticket_search_text(input text) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN translate(lower(upper(input COLLATE "und-x-icu")), U&'\\03C2\\0307', U&'\\03C3')`);
    // Tickets up to a page of 8 kB stay in the table as they are. A search rechecks thousands of them, and to fetch and
    // unpack each from elsewhere costs more than to read a table that is a fifth larger.
    await runner.query('ALTER TABLE tickets SET (toast_tuple_target = 8160)');
    // A record separator: the one thing that keeps a match from beginning in the title and ending in the description.
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
