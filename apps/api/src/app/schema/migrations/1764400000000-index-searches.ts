import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is in every text: space, separator, line end, digits, full stop, comma, and the letters but j, q, x and z.
 * `search-terms.ts` has them as well.
 */
const EVERYDAY = ' \\n\\u001Ea-ik-pr-wy0-9.,';

const DAY = "((created_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01')";

/**
 * One index for all that a search asks for at once, so that PostgreSQL leaps over what only one of the conditions is true for:
 * the day, by its number and by that of its 32 days, by which a search takes the tickets in portions; the labels; the characters
 * that are not in every text; and every three letters or digits in a row. `search-index.ts` asks for these in the same words.
 */
export class IndexSearches1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Keeps each rare character and the one on either side of it. Of more than two characters between, a space stays.
    await runner.query(`
      CREATE FUNCTION ticket_rare_surroundings(input text) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN regexp_replace(input COLLATE "C", '([${EVERYDAY}])[${EVERYDAY}]+([${EVERYDAY}])', '\\1 \\2', 'g')`);
    // Each rare character, each pair of characters with a rare one, and each pair between two of those or an end; but no pair with
    // a space. The pairs from even places and those from odd ones are cut by a unit separator, and those with a space removed.
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
    // What a database from before the first release has for it.
    await runner.query('DROP INDEX IF EXISTS tickets_search, tickets_rare_characters');
    await runner.query('DROP FUNCTION IF EXISTS ticket_rare_characters(text)');
    // The short list of pending entries bounds what each search has to read beside the index.
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
