import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PROPERTIES_INDEX } from './1764100000000-index-tickets';

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
export const SEARCH_INDEX_WITHOUT_STATISTICS = [1, 2, 3].map(
  (column) => `ALTER INDEX ${SEARCH_INDEX.name} ALTER COLUMN ${column} SET STATISTICS 0`,
);

/** Characters with the property Default_Ignorable_Code_Point, such as zero-width spaces, soft hyphens and variation selectors. */
const IGNORED = [
  '\\u00AD\\u034F\\u061C\\u115F-\\u1160\\u17B4-\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164',
  '\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFF8\\U0001BCA0-\\U0001BCA3\\U0001D173-\\U0001D17A\\U000E0000-\\U000E0FFF',
].join('');

/** Code points, and the character that replaces each of them. */
type Replacements = readonly (readonly [codePoints: string, replacement: string])[];

/** ASCII white space except the space. */
const ASCII_SPACES: Replacements = [['0009 000A 000B 000C 000D', ' ']];

/** Replaced before the normalization, which would change them in another way. The last one is the capital sharp s. */
const BEFORE_NORMALIZATION: Replacements = [
  ...ASCII_SPACES,
  ['0085 1680 2028 2029 2800', ' '],
  ['00B4 1FFD', "'"],
  ['2033 2036', '"'],
  ['1E9E', '\u00DF'],
];

/** Replaced after it: quotes, dashes, slashes, tildes and the final sigma. Removes the dot that lower-casing "İ" leaves. */
const AFTER_NORMALIZATION: Replacements = [
  ['02B9 02BB 02BC 2018 2019 201A 201B 2032 2035 2039 203A 275B 275C', "'"],
  ['00AB 00BB 201C 201D 201E 201F 275D 275E 301D 301E 301F', '"'],
  ['2010 2012 2013 2014 2015 2212', '-'],
  ['2044 2215', '/'],
  ['223C 301C', '~'],
  ['03C2', '\u03C3'],
  ['0307', ''],
];

/**
 * Adds the text that a search queries: title and description, folded so that texts that look equal are equal. A trigger fills it
 * in for every writer. The texts of existing tickets are folded after the start: see `online/fold-texts.ts`. A stored generated
 * column would fold them at once and lock the table meanwhile.
 */
export class FoldTexts1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Independent of the database's locale. Each step is skipped if it would not change anything, because a regular expression
    // or a check takes a tenth of the time. Upper case first unifies "ß" with "ss", and "ı" with "I" and "i".
    await runner.query(`
      CREATE FUNCTION ticket_folded_text(input text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      DECLARE folded text := input COLLATE "C";
      BEGIN
        IF octet_length(folded) = char_length(folded) THEN
          folded := lower(folded COLLATE "C");
          ${replace(ASCII_SPACES)}
          RETURN folded;
        END IF;
        folded := regexp_replace(folded COLLATE "C", '[${IGNORED}]+', '', 'g');
        ${replace(BEFORE_NORMALIZATION)}
        IF folded IS NOT NFKC NORMALIZED THEN folded := normalize(folded, NFKC); END IF;
        folded := lower(upper(folded COLLATE "und-x-icu"));
        ${replace(AFTER_NORMALIZATION)}
        IF folded IS NOT NFKC NORMALIZED THEN folded := normalize(folded, NFKC); END IF;
        RETURN folded;
      END $$`);
    await runner.query(`
      CREATE FUNCTION ticket_text_keys(folded text) RETURNS text[]
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN ticket_search_keys(folded) || array_remove(ARRAY[${Array.from(
        { length: 10 },
        (_, digit) => `CASE WHEN strpos(folded COLLATE "C", '${digit}') > 0 THEN '${digit}' END`,
      ).join(', ')}], NULL)`);
    await runner.query('ALTER TABLE tickets ADD COLUMN folded_text text');
    // The record separator keeps a match from starting in the title and ending in the description.
    await runner.query(`
      CREATE FUNCTION fold_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.folded_text := ticket_folded_text(NEW.title || E'\\u001E' || NEW.description);
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

/** PL/pgSQL that replaces the characters in the variable `folded`. */
function replace(replacements: Replacements): string {
  const pairs = replacements.flatMap(([codePoints, to]) => codePoints.split(' ').map((from) => [from, to] as const));
  // translate() removes the characters without a counterpart, which therefore come last.
  const from = pairs.map(([codePoint]) => `\\u${codePoint}`).join('');
  const to = pairs.map(([, replacement]) => replacement.replace("'", "''")).join('');
  return `IF folded COLLATE "C" ~ '[${from}]' THEN folded := translate(folded, E'${from}', '${to}'); END IF;`;
}
