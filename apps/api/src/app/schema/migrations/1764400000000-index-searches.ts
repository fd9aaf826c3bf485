import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everyday characters, which almost every text contains: space, separator, line end, digits, full stop, comma, and all letters but
 * j, q, x and z. `search-terms.ts` repeats the list.
 */
const EVERYDAY = ' \\n\\u001Ea-ik-pr-wy0-9.,';

/** The functions for the keys of the search index: the rare characters of a text, and their pairs. */
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
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION ticket_search_keys(text), ticket_rare_pairs(text), ticket_rare_surroundings(text)',
    );
  }
}
