import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everyday characters, which almost every text contains: space, separator, line end, digits, full stop, comma, and all letters but
 * j, q, x and z. `search-terms.ts` repeats the list.
 */
const EVERYDAY = ' \\n\\u001Ea-ik-pr-wy0-9.,';

const DAY = "((created_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01')";

/**
 * One index over all conditions of a search, so that PostgreSQL skips tickets that match only some of them: the day, by its number
 * and by the number of its block of 32 days; the properties; the rare characters; and the trigrams of the text.
 * `search-index.ts` uses the same expressions.
 */
export class IndexSearches1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Keeps each rare character and its two neighbours. Replaces longer runs of everyday characters between them by a space.
    await runner.query(`
      CREATE FUNCTION ticket_rare_surroundings(input text) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN regexp_replace(input COLLATE "C", '([${EVERYDAY}])[${EVERYDAY}]+([${EVERYDAY}])', '\\1 \\2', 'g')`);
    // Returns each rare character, and each pair of neighbours in the surroundings that contains no space. Adds a unit separator to
    // each pair, first at even and then at odd positions, and removes the pairs with a space.
    await runner.query(`
      CREATE FUNCTION ticket_rare_pairs(surroundings text) RETURNS text[]
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN string_to_array(regexp_replace(surroundings COLLATE "C", '[${EVERYDAY}]+', '', 'g'), NULL)
        || array_remove(string_to_array(regexp_replace(
          regexp_replace(surroundings || ' ' COLLATE "C", '..', U&'\\\\&\\001F', 'g')
            || regexp_replace(substr(surroundings, 2) || ' ' COLLATE "C", '..', U&'\\\\&\\001F', 'g'),
          '(?:(?:[ \\n\\u001E].|.[ \\n\\u001E])\\u001F| )+', '', 'g'), U&'\\001F'), '')`);
    await runner.query(`
      CREATE FUNCTION ticket_search_keys(input text) RETURNS text[]
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN ticket_rare_pairs(ticket_rare_surroundings(input))`);
    // The predecessors of this index, in databases from before the first release.
    await runner.query('DROP INDEX IF EXISTS tickets_search, tickets_rare_characters');
    await runner.query('DROP FUNCTION IF EXISTS ticket_rare_characters(text)');
    // A short list of pending entries, because each search reads all of it in addition to the index.
    await runner.query(`
      CREATE INDEX tickets_search ON tickets USING gin (
        (ARRAY[${DAY}, (${DAY} >> 5) + 10000000]), (ARRAY[category, priority, status]), ticket_search_keys(search_text),
        search_text gin_trgm_ops
      ) WITH (gin_pending_list_limit = 1024)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX tickets_search');
    await runner.query(
      'DROP FUNCTION ticket_search_keys(text), ticket_rare_pairs(text), ticket_rare_surroundings(text)',
    );
  }
}
