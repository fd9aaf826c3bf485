import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PROPERTIES_INDEX } from './1764100000000-index-tickets';
import { FOLDING_FUNCTION } from './1764700000000-folding-function';

const DAY = "((created_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01')";

/**
 * One index over all conditions of a search, so that PostgreSQL skips tickets that match only some of them: the day, by its number
 * and by the number of its block of 32 days; the properties; digits, rare characters and their pairs; and the trigrams of the text.
 * `search-index.ts` uses the same expressions. The pending list is short, because each search reads all of it.
 *
 * Texts that are not folded yet have no entries, so the index is created within seconds and grows while the texts are folded.
 */
export const SEARCH_INDEX = {
  name: 'tickets_by_text',
  definition: `ON tickets USING gin (
    (ARRAY[${DAY}, (${DAY} >> 5) + 10000000]), (ARRAY[category, priority, status]), ticket_text_keys(folded_text),
    folded_text gin_trgm_ops
  ) WITH (gin_pending_list_limit = 1024) WHERE folded_text IS NOT NULL`,
};

/**
 * ANALYZE would compute the expressions of the index for 30,000 tickets, which takes seconds. The embedded database does nothing else
 * meanwhile. Searches prescribe their plan, so they do not need these statistics.
 */
const SEARCH_INDEX_WITHOUT_STATISTICS = [1, 2, 3].map(
  (column) => `ALTER INDEX ${SEARCH_INDEX.name} ALTER COLUMN ${column} SET STATISTICS 0`,
);

/**
 * Adds the text that a search queries: title and description, folded so that texts that look equal are equal. A trigger fills it
 * in for every writer. The texts of existing tickets are folded after the start: see `online/fold-texts.ts`. A stored generated
 * column would fold them at once and lock the table meanwhile.
 */
export class FoldTexts1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FOLDING_FUNCTION);
    await runner.query(`
      CREATE FUNCTION ticket_text_keys(folded text) RETURNS text[]
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN ticket_search_keys(folded) || array_remove(ARRAY[${Array.from(
        { length: 10 },
        (_, digit) => `CASE WHEN strpos(folded COLLATE "C", '${digit}') > 0 THEN '${digit}' END`,
      ).join(', ')}], NULL)`);
    await runner.query('ALTER TABLE tickets ADD COLUMN folded_text text');
    // The record separator keeps a match from starting in the title and ending in the description. Folding removes it from both.
    await runner.query(`
      CREATE FUNCTION fold_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.folded_text := ticket_folded_text(NEW.title) || E'\\u001E' || ticket_folded_text(NEW.description);
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tickets_folded BEFORE INSERT OR UPDATE OF title, description, folded_text ON tickets
      FOR EACH ROW EXECUTE FUNCTION fold_ticket()`);
    const [ticket] = (await runner.query('SELECT FROM tickets LIMIT 1')) as unknown[];
    if (!ticket) {
      await runner.query(`CREATE INDEX ${SEARCH_INDEX.name} ${SEARCH_INDEX.definition}`);
      for (const statement of SEARCH_INDEX_WITHOUT_STATISTICS) await runner.query(statement);
    }
    await runner.query(
      `
      INSERT INTO online_changes (name, finished_at) VALUES
        ('index-properties', CASE WHEN to_regclass($1) IS NOT NULL THEN now() END),
        ('fold-texts', CASE WHEN to_regclass($2) IS NOT NULL THEN now() END),
        ('drop-earlier-search', CASE WHEN NOT EXISTS (
          SELECT FROM pg_attribute WHERE attrelid = 'tickets'::regclass AND attname = 'search_text'
        ) THEN now() END)`,
      [PROPERTIES_INDEX.name, SEARCH_INDEX.name],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM online_changes WHERE name IN ('index-properties', 'fold-texts', 'drop-earlier-search')`,
    );
    await runner.query(`DROP INDEX IF EXISTS ${SEARCH_INDEX.name}`);
    await runner.query('DROP TRIGGER tickets_folded ON tickets');
    await runner.query('ALTER TABLE tickets DROP COLUMN folded_text');
    await runner.query('DROP FUNCTION fold_ticket(), ticket_text_keys(text), ticket_folded_text(text)');
  }
}
