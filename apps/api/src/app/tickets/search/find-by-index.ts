import type { DataSource } from 'typeorm';

/**
 * Checks a copied database: whether the search index finds the newest ticket by a piece of its text. True if there are no tickets, or if
 * texts are not folded yet.
 */
export async function findByIndex(database: Pick<DataSource, 'query'>): Promise<boolean> {
  const [newest] = await database.query<{ id: number; pattern: string }[]>(`
    SELECT id, '%' || replace(replace(replace(left(folded_text, 40), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' AS pattern
    FROM tickets WHERE folded_text IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 1`);
  if (!newest) return true;
  await database.query(
    `SELECT set_config('enable_seqscan', 'off', false), set_config('enable_indexscan', 'off', false)`,
  );
  try {
    // OFFSET keeps the condition on the id out of the inner query, which uses the index.
    const found = await database.query<unknown[]>(
      'SELECT FROM (SELECT id FROM tickets WHERE folded_text LIKE $1 OFFSET 0) AS found WHERE id = $2',
      [newest.pattern, newest.id],
    );
    return found.length > 0;
  } finally {
    await database.query(
      `SELECT set_config('enable_seqscan', 'on', false), set_config('enable_indexscan', 'on', false)`,
    );
  }
}
