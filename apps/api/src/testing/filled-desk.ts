import type { TransferConnection } from '../app/platform/database/transfer/transfer-connection';

/** Default number of tickets in {@link fillDesk}: more than one batch of a copy. */
export const DESK_TICKETS = 5400;

/**
 * Fills an empty database with test data: people with sessions, teams, requesters, tickets with history, messages, drafts and tags,
 * suggestions, and texts with quotes, tabs, line breaks, backslashes and emoji, some of them 90,000 characters long. Ids have gaps.
 */
export async function fillDesk(connection: TransferConnection, tickets = DESK_TICKETS): Promise<void> {
  for (const statement of statementsFor(tickets)) await connection.query(statement);
}

const ODD_TEXT = `E'Tab\\tquote" apostrophe'' back\\\\slash \\\\N \\\\. line\\nend 🎫 שלום'`;

const statementsFor = (tickets: number) => [
  `INSERT INTO users (name, email, role, state, password_hash)
   SELECT 'Person ' || n, 'person' || n || '@desk.example', 'admin', 'active', '$argon2$' || n FROM generate_series(1, 5) AS n`,
  `INSERT INTO sessions (token_hash, user_id, expires_at, ip, user_agent)
   SELECT decode(md5(n::text) || md5(n::text), 'hex'), 1 + n % 5, now() + interval '1 day', '', ${ODD_TEXT} FROM generate_series(1, 9) AS n`,
  `INSERT INTO requesters (email, name) SELECT 'r' || n || '@example.com', 'Requester ' || n FROM generate_series(1, 40) AS n`,
  `INSERT INTO teams (name, name_key) VALUES ('Billing', 'billing'), ('Phones', 'phones')`,
  'INSERT INTO team_members (team_id, user_id) VALUES (1, 1), (1, 2), (2, 3)',
  `INSERT INTO tickets (title, description, category, priority, requester_id, assignee_id, team_id, tags)
   SELECT 'Ticket ' || n, 'Printer ' || n, 'technical', 'low', 1 + n % 40, 1 + n % 5, 1 + n % 2, '{slow,vip}'
   FROM generate_series(1, ${tickets - 60}) AS n`,
  `INSERT INTO tickets (title, description, category, priority)
   SELECT 'Long ' || n, ${ODD_TEXT} || repeat('word' || n || ' ', 9000), 'billing', 'high' FROM generate_series(1, 60) AS n`,
  `UPDATE tickets SET status = 'resolved', version = version + 1 WHERE id % 3 = 0`,
  'DELETE FROM tickets WHERE id IN (7, 8)',
  `INSERT INTO messages (ticket_id, visibility, author_kind, author_id, body)
   SELECT id, 'public', 'human', 1, ${ODD_TEXT} FROM tickets WHERE id % 10 = 0`,
  `INSERT INTO drafts (ticket_id, visibility, user_id, body)
   SELECT id, 'internal', NULL, ${ODD_TEXT} FROM tickets WHERE id < 40`,
  `INSERT INTO suggestions (id, asked_at, surface, is_blind, outcome, local_confidence)
   SELECT gen_random_uuid(), now(), 'form', false, 'answered', 1.0 / n FROM generate_series(1, 300) AS n`,
  `INSERT INTO local_models (trained_at, decisions, parameters, metrics, is_active) VALUES (now(), 5, '\\x00ff0a5c', '{"n": 1.50}', true)`,
  `INSERT INTO webhooks (name, url, types, epoch, horizon, event_id) VALUES ('ERP', 'https://erp.example', '{ticket.created}', 1, '5', 9)`,
];
