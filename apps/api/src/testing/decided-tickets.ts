import { randomUUIDv7 } from 'node:crypto';
import type { DataSource } from 'typeorm';

const CATEGORIES = `(ARRAY['general', 'billing', 'technical', 'account'])`;
/** Names that no lexicon has, so that only what people decide says what they mean. */
const PRODUCTS = `(ARRAY['zorblex', 'quimbly', 'fantorix', 'wexling'])`;

/**
 * Files tickets about four products, whose category people decide: general, billing, technical and account, in the order of the products.
 * @param isShown whether people saw a suggestion, and left it as it was
 * @param shift the number of places by which they choose another category instead
 */
export async function decideCategories(
  database: DataSource,
  count: number,
  { isShown = false, shift = 0 } = {},
): Promise<void> {
  await database.query(
    `WITH filed AS (
       INSERT INTO tickets (title, description, category, priority)
       SELECT 'Question', 'we ask about our ' || ${PRODUCTS}[n % 4 + 1] || ' today',
              ${CATEGORIES}[(n + $3::integer) % 4 + 1], 'medium'
       FROM generate_series(1, $1::integer) AS n RETURNING *)
     INSERT INTO suggestions (id, asked_at, outcome, surface, is_blind, local_model, local_category, shown_at, ticket_id,
                              chosen_category, chosen_priority, chosen_at)
     SELECT ($4 || substr(gen_random_uuid()::text, 24))::uuid, now(), 'not_configured', 'form', NOT $2::boolean, 'words', category, CASE WHEN $2::boolean THEN now() END, id,
            category, priority, now()
     FROM filed`,
    [count, isShown, shift, randomUUIDv7().slice(0, 23)],
  );
}
