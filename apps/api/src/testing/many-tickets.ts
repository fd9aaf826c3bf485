import { DataSource } from 'typeorm';
import { migrationOptions } from '../app/platform/database/data-source-options';
import { SCHEMA } from '../app/schema/schema';
import type { TestApp } from './test-app';

/** How many tickets {@link fileManyTickets} files: enough for reading them all to cost much more than an index. */
export const MANY = 100_000;

/** The tickets' distance in time: a year in all. */
const MINUTES_APART = 5;
const AT_ONCE = 10_000;

/** The day, in UTC, on which the n-th of the tickets was filed. */
export function dayOfTicket(n: number): string {
  return new Date(Date.now() - (MANY - n) * MINUTES_APART * 60_000).toISOString().slice(0, 10);
}

/** A number from 0 to 1 for the n-th ticket: as if by chance, and always the same; another `multiplier`, another chance. */
const chance = (multiplier: number) => `(n * ${multiplier}::bigint % 4294967296) / 4294967296.0`;

/**
 * Fills a new database with {@link MANY} short tickets, oldest first, the last one now, and lets PostgreSQL take stock of them.
 *
 * The labels are spread as in a real desk: of the newest 3 % most are open, of the others few; the rarest combination (general,
 * critical, in progress) has about six tickets, and one (account, critical, in progress) has none. Of the words, "hello" is in
 * every ticket, "printer" in an eighth, "zeppelin" in 20 all over the years, "telegraph" in the oldest 2.5 % and nowhere else.
 */
export async function fileManyTickets({ database }: TestApp): Promise<void> {
  const { url } = database.options as { url?: string };
  // On a server, in a session without the time-outs of requests; the embedded database has one session, and never stops.
  const session = url ? await new DataSource(migrationOptions(SCHEMA, url)).initialize() : database;
  try {
    await withoutIndexes(session, async () => {
      for (let from = 1; from <= MANY; from += AT_ONCE) await session.query(INSERT, [MANY, from, from + AT_ONCE - 1]);
    });
    await session.query('VACUUM ANALYZE tickets');
    await session.query('VACUUM ANALYZE ticket_label_counts, ticket_day_counts');
  } finally {
    if (session !== database) await session.destroy();
  }
}

/** To make an index of many rows is quicker than to fill it row by row. */
async function withoutIndexes(session: DataSource, fill: () => Promise<void>): Promise<void> {
  const indexes: { name: string; definition: string }[] = await session.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'tickets' AND indexdef NOT LIKE '%UNIQUE%'`,
  );
  for (const { name } of indexes) await session.query(`DROP INDEX ${name}`);
  await fill();
  for (const { definition } of indexes) await session.query(definition);
}

const INSERT = `
  INSERT INTO tickets (title, description, category, priority, status, created_at)
  SELECT
    (ARRAY['printer', 'invoice', 'password', 'export', 'delivery', 'upload', 'receipt', 'backup'])[1 + floor(${chance(2654435761)} * 8)::int]
      || ' in room ' || n % 997,
    'Hello, it '
      || (ARRAY['fails', 'is stuck', 'vanished', 'is wrong', 'takes hours', 'shows an error'])[1 + floor(${chance(2246822519)} * 6)::int]
      || ' since '
      || (ARRAY['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'the update'])[1 + floor(${chance(3266489917)} * 6)::int]
      || '. Order ' || to_hex(n * 668265263::bigint % 4294967296)
      || CASE WHEN n % 5000 = 7 THEN ' zeppelin' ELSE '' END || CASE WHEN n <= $1 * 0.025 THEN ' telegraph' ELSE '' END,
    category, priority,
    CASE WHEN status = 'in_progress' AND category = 'account' AND priority = 'critical' THEN 'closed' ELSE status END,
    now() - ($1 - n) * interval '${MINUTES_APART} minutes'
  FROM generate_series($2::int, $3::int) AS n,
    LATERAL (SELECT ${chance(374761393)} AS a, ${chance(2869860233)} AS b, ${chance(3624381081)} AS c) AS chances,
    LATERAL (SELECT
      CASE WHEN a < 0.42 THEN 'technical' WHEN a < 0.67 THEN 'billing' WHEN a < 0.87 THEN 'account' ELSE 'general' END AS category,
      CASE WHEN b < 0.5 THEN 'medium' WHEN b < 0.75 THEN 'low' WHEN b < 0.95 THEN 'high' ELSE 'critical' END AS priority,
      CASE WHEN n > $1 * 0.97 AND c < 0.7 THEN 'open' WHEN c < 0.8 THEN 'closed' WHEN c < 0.96 THEN 'resolved' WHEN c < 0.99 THEN 'open'
        ELSE 'in_progress' END AS status) AS labels
  ORDER BY n`;
