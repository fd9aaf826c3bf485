import type { DataSource } from 'typeorm';

/** Number of rows for each growing table: enough to distinguish a migration that reads all rows from one that reads a few. */
export const ROWS = 300;

/**
 * The tables that grow with the use of Docket, up to millions of rows, with SQL that adds rows. Uses the columns that the table was created
 * with. A statement may read the tables above it.
 */
const GROWING: Readonly<Record<string, string>> = {
  tickets: `INSERT INTO tickets (title, description, category, priority)
    SELECT 'Nr ' || n, 'Printer', 'technical', 'low' FROM generate_series(1, ${ROWS}) AS n`,
  security_events: `INSERT INTO security_events (event, ip, user_agent, request_id)
    SELECT 'sign_in', '', '', '' FROM generate_series(1, ${ROWS})`,
  requests: `INSERT INTO requests (ticket_id, reference, email)
    SELECT id, lpad(id::text, 4, '0') || '-0000-0000', 'r' || id || '@example.com' FROM tickets`,
  requesters: `INSERT INTO requesters (email) SELECT 'q' || n || '@example.com' FROM generate_series(1, ${ROWS}) AS n`,
  ticket_events: `UPDATE tickets SET status = CASE WHEN status = 'open' THEN 'closed' ELSE 'open' END`,
  messages: `INSERT INTO messages (ticket_id, visibility, author_kind, body)
    SELECT id, 'public', 'human', 'Thanks' FROM tickets`,
  drafts: `INSERT INTO drafts (ticket_id, visibility, body) SELECT id, 'internal', 'Thanks' FROM tickets`,
  suggestions: `INSERT INTO suggestions (id, asked_at) SELECT gen_random_uuid(), now() FROM generate_series(1, ${ROWS})`,
  suggestion_day_counts: `INSERT INTO suggestion_day_counts
    SELECT current_date - n, 0, '', '', 0, 'category', 'shown', '', '', '', 0, 1 FROM generate_series(1, ${ROWS}) AS n`,
  written_texts: `INSERT INTO written_texts (id, asked_at, kind, ticket_id, outcome, model, prompt_version, attempts, latency_ms)
    SELECT gen_random_uuid(), now(), 'summary', 1, 'written', 'm', 1, 1, 1 FROM generate_series(1, ${ROWS})`,
  idempotency_keys: `INSERT INTO idempotency_keys (actor, key, fingerprint, status)
    SELECT 'local', 'key-' || n, decode(repeat('00', 32), 'hex'), 201 FROM generate_series(1, ${ROWS}) AS n`,
  webhooks: `INSERT INTO webhooks (name, url, types, epoch, horizon, event_id)
    SELECT 'ERP', 'https://erp.example', '{ticket.created}', 1, '5', 9 FROM generate_series(1, ${ROWS})`,
  webhook_deliveries: `INSERT INTO webhook_deliveries (id, webhook_id, type, body)
    SELECT gen_random_uuid(), id, 'webhook.test', '{}' FROM webhooks`,
  webhook_attempts: `INSERT INTO webhook_attempts (delivery_id, ms) SELECT id, 1 FROM webhook_deliveries`,
};

/**
 * The tables that stay small: they have a row per person, browser, team, day or process, or keep rows for an hour only. A migration may
 * read and rewrite them.
 */
const SMALL = [
  'ticket_label_counts',
  'ticket_day_counts',
  'users',
  'online_changes',
  'leases',
  'sessions',
  'one_time_links',
  'rate_limits',
  'tokens',
  'devices',
  'identities',
  'oidc_attempts',
  'teams',
  'team_members',
  'feed_epochs',
  'presence',
  'suggestion_losses',
  'model_spend',
  'local_models',
  'database_moves',
  'migrations',
];

export const GROWING_TABLES: readonly string[] = Object.keys(GROWING);

/** Tables that are in neither list. */
export async function unknownTables(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> ALL($1)`,
    [[...GROWING_TABLES, ...SMALL]],
  );
  return rows.map(({ name }) => name);
}

/** Adds rows to each growing table that exists and has fewer than {@link ROWS}. */
export async function fillGrowingTables(database: DataSource): Promise<void> {
  for (const [table, statement] of Object.entries(GROWING)) {
    const [found] = await database.query<{ isThere: boolean }[]>('SELECT to_regclass($1) IS NOT NULL AS "isThere"', [
      table,
    ]);
    if (!found?.isThere) continue;
    const [{ rows }] = await database.query<[{ rows: number }]>(`SELECT count(*)::int AS rows FROM ${table}`);
    if (rows < ROWS) await database.query(statement);
  }
}
