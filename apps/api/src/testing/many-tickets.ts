import { DataSource } from 'typeorm';
import { migrationOptions } from '../app/platform/database/data-source-options';
import { ServerAddress } from '../app/platform/database/hosts/server-address';
import { SEARCH_INDEX_WITHOUT_STATISTICS } from '../app/schema/migrations/1765850000000-index-relations';
import { SCHEMA } from '../app/schema/schema';
import type { TestApp } from './test-app';

/** Number of tickets that {@link insertManyTickets} inserts: large enough that a sequential scan costs much more than an index scan. */
export const TICKET_COUNT = 100_000;

/** Minutes between consecutive tickets, which span about one year. */
const MINUTES_BETWEEN_TICKETS = 5;
const BATCH_SIZE = 10_000;

/** The UTC day of the n-th ticket, as `YYYY-MM-DD`. */
export function dayOfTicket(n: number): string {
  return new Date(Date.now() - (TICKET_COUNT - n) * MINUTES_BETWEEN_TICKETS * 60_000).toISOString().slice(0, 10);
}

/** SQL for a reproducible pseudo-random number of the n-th ticket, from 0 to 1. Each multiplier gives another sequence. */
const pseudoRandom = (multiplier: number) => `(n * ${multiplier}::bigint % 4294967296) / 4294967296.0`;

/**
 * Fills an empty database with {@link TICKET_COUNT} short tickets, oldest first, the newest created now, and runs VACUUM ANALYZE.
 *
 * Properties: most of the newest 3 % are open, and few of the older tickets are. The rarest combination is general, critical and in
 * progress, with about six tickets. No ticket is account, critical and in progress.
 *
 * Relations: two fifths of the tickets have no assignee. {@link ASSIGNEES} share the others in turn. The rare assignee has 20 tickets, spread
 * over all days. Half of the tickets belong to the first of two teams. Each requester has a hundred tickets. Three of ten tickets have
 * the tag "slow", one in twenty has "refund", and those of the rare assignee have "vip".
 *
 * Words: every ticket contains "hello", and one in eight contains "printer". 20 tickets, spread over all days, contain "zeppelin". Only the
 * oldest 2.5 % contain "telegraph".
 */
export async function insertManyTickets({ database }: TestApp): Promise<void> {
  const { url } = database.options as { url?: string };
  // On a server, migrationOptions opens a session without statement timeout. The embedded database has one session and no timeout.
  const session = url ? await new DataSource(migrationOptions(SCHEMA, new ServerAddress(url))).initialize() : database;
  try {
    for (const statement of RELATIONS) await session.query(statement);
    await withoutIndexes(session, async () => {
      for (let from = 1; from <= TICKET_COUNT; from += BATCH_SIZE) {
        await session.query(INSERT, [TICKET_COUNT, from, from + BATCH_SIZE - 1]);
      }
    });
    await session.query('VACUUM ANALYZE tickets');
    await session.query('VACUUM ANALYZE ticket_label_counts, ticket_day_counts');
  } finally {
    if (session !== database) await session.destroy();
  }
}

/** Drops the indexes and recreates them after the inserts, which is faster than updating them row by row. */
async function withoutIndexes(session: DataSource, fill: () => Promise<void>): Promise<void> {
  const indexes: { name: string; definition: string }[] = await session.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'tickets' AND indexdef NOT LIKE '%UNIQUE%'`,
  );
  for (const { name } of indexes) await session.query(`DROP INDEX ${name}`);
  await fill();
  for (const { definition } of indexes) await session.query(definition);
  for (const statement of SEARCH_INDEX_WITHOUT_STATISTICS) await session.query(statement);
}

/** Ids of the people who work on tickets. They have no accounts, because accounts would close the API. The last one has few tickets. */
export const ASSIGNEES = [1001, 1002, 1003, 1004] as const;

const RELATIONS = [
  'ALTER TABLE tickets DROP CONSTRAINT tickets_assignee',
  `INSERT INTO teams (id, name, name_key) OVERRIDING SYSTEM VALUE VALUES (1, 'Identity', 'identity'), (2, 'Billing', 'billing')`,
  `INSERT INTO requesters (id, email) OVERRIDING SYSTEM VALUE
   SELECT n, 'requester-' || n || '@example.com' FROM generate_series(1, ${TICKET_COUNT / 100}) AS n`,
];

const INSERT = `
  INSERT INTO tickets (title, description, category, priority, status, created_at, assignee_id, team_id, requester_id, tags)
  SELECT
    (ARRAY['printer', 'invoice', 'password', 'export', 'delivery', 'upload', 'receipt', 'backup'])[1 + floor(${pseudoRandom(2654435761)} * 8)::int]
      || ' in room ' || n % 997,
    'Hello, it '
      || (ARRAY['fails', 'is stuck', 'vanished', 'is wrong', 'takes hours', 'shows an error'])[1 + floor(${pseudoRandom(2246822519)} * 6)::int]
      || ' since '
      || (ARRAY['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'the update'])[1 + floor(${pseudoRandom(3266489917)} * 6)::int]
      || '. Order ' || to_hex(n * 668265263::bigint % 4294967296)
      || CASE WHEN n % 5000 = 7 THEN ' zeppelin' ELSE '' END || CASE WHEN n <= $1 * 0.025 THEN ' telegraph' ELSE '' END,
    category, priority,
    CASE WHEN status = 'in_progress' AND category = 'account' AND priority = 'critical' THEN 'closed' ELSE status END,
    now() - ($1 - n) * interval '${MINUTES_BETWEEN_TICKETS} minutes',
    CASE WHEN n % 5000 = 11 THEN ${ASSIGNEES[3]} WHEN d >= 0.4 THEN ${ASSIGNEES[0]} + n % 3 END,
    CASE WHEN a < 0.5 THEN 1 ELSE 2 END,
    1 + n % ${TICKET_COUNT / 100},
    array_remove(ARRAY[CASE WHEN e < 0.05 THEN 'refund' END, CASE WHEN d < 0.3 THEN 'slow' END, CASE WHEN n % 5000 = 11 THEN 'vip' END], NULL)
  FROM generate_series($2::int, $3::int) AS n,
    LATERAL (SELECT ${pseudoRandom(374761393)} AS a, ${pseudoRandom(2869860233)} AS b, ${pseudoRandom(3624381081)} AS c,
      ${pseudoRandom(1597334677)} AS d, ${pseudoRandom(2747636419)} AS e) AS random,
    LATERAL (SELECT
      CASE WHEN a < 0.42 THEN 'technical' WHEN a < 0.67 THEN 'billing' WHEN a < 0.87 THEN 'account' ELSE 'general' END AS category,
      CASE WHEN b < 0.5 THEN 'medium' WHEN b < 0.75 THEN 'low' WHEN b < 0.95 THEN 'high' ELSE 'critical' END AS priority,
      CASE WHEN n > $1 * 0.97 AND c < 0.7 THEN 'open' WHEN c < 0.8 THEN 'closed' WHEN c < 0.96 THEN 'resolved' WHEN c < 0.99 THEN 'open'
        ELSE 'in_progress' END AS status) AS properties
  ORDER BY n`;
