import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SEARCH_INDEX as EARLIER_SEARCH_INDEX } from './1764700000000-fold-texts';

const DAY = "((created_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01')";

/**
 * One index over all conditions of a search, so that PostgreSQL skips tickets that match only some of them: the day, by its number
 * and by the number of its block of 32 days; the properties and whose ticket it is; the tags; digits, rare characters and their pairs;
 * and the trigrams of the text. `search-index.ts` uses the same expressions. The pending list is short, because each search reads all
 * of it.
 *
 * Texts that are not folded yet have no entries, so the index grows while the texts are folded.
 */
export const SEARCH_INDEX = {
  name: 'tickets_by_content',
  definition: `ON tickets USING gin (
    (ARRAY[${DAY}, (${DAY} >> 5) + 10000000]),
    (ARRAY[category, priority, status, 'a' || COALESCE(assignee_id, 0)::text, 't' || COALESCE(team_id, 0)::text,
      'r' || COALESCE(requester_id, 0)::text]),
    tags, ticket_text_keys(folded_text), folded_text gin_trgm_ops
  ) WITH (gin_pending_list_limit = 1024) WHERE folded_text IS NOT NULL`,
};

/**
 * ANALYZE would compute the expressions of the index for 30,000 tickets, which takes seconds. The embedded database does nothing else
 * meanwhile. Searches prescribe their plan, so they do not need these statistics.
 */
export const SEARCH_INDEX_WITHOUT_STATISTICS = [1, 2, 4].map(
  (column) => `ALTER INDEX ${SEARCH_INDEX.name} ALTER COLUMN ${column} SET STATISTICS 0`,
);

/** The tickets of nobody count as those of 0, so that one condition finds them too. INCLUDE lets a count read the index only. */
const groupedBy = (column: string) =>
  `ON tickets (COALESCE(${column}, 0), status, created_at DESC, id DESC) INCLUDE (${column})`;

/** The indexes of lists that are filtered by whose tickets they are. */
export const RELATION_INDEXES = [
  { name: 'tickets_by_assignee', definition: groupedBy('assignee_id') },
  { name: 'tickets_by_team', definition: groupedBy('team_id') },
  {
    name: 'tickets_by_requester',
    definition: 'ON tickets (requester_id, created_at DESC, id DESC) WHERE requester_id IS NOT NULL',
  },
];

/** Prepares the table for filters by assignee, team, requester and tags. With tickets, `online/index-relations.ts` does it after the start. */
export class IndexRelations1765850000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [ticket] = (await runner.query('SELECT FROM tickets LIMIT 1')) as unknown[];
    if (!ticket) {
      await runner.query(`DROP INDEX IF EXISTS ${EARLIER_SEARCH_INDEX.name}`);
      for (const { name, definition } of [SEARCH_INDEX, ...RELATION_INDEXES]) {
        await runner.query(`CREATE INDEX ${name} ${definition}`);
      }
      for (const statement of SEARCH_INDEX_WITHOUT_STATISTICS) await runner.query(statement);
    }
    await runner.query(
      `INSERT INTO online_changes (name, finished_at) VALUES
        ('index-relations', CASE WHEN to_regclass($1) IS NOT NULL THEN now() END),
        ('drop-earlier-index', CASE WHEN to_regclass($2) IS NULL THEN now() END)`,
      [SEARCH_INDEX.name, EARLIER_SEARCH_INDEX.name],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM online_changes WHERE name IN ('index-relations', 'drop-earlier-index')`);
    for (const { name } of [SEARCH_INDEX, ...RELATION_INDEXES]) await runner.query(`DROP INDEX IF EXISTS ${name}`);
    const { name, definition } = EARLIER_SEARCH_INDEX;
    await runner.query(`CREATE INDEX IF NOT EXISTS ${name} ${definition}`);
  }
}
