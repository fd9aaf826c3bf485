import type { QueryRunner } from 'typeorm';
import CONVERSATIONS from './demo-conversations.json';

/**
 * A new Docket has no people, and adding one would close it. So the author of the team's messages is `local`, and each text ends with a
 * name.
 */
const INSERT = `
  INSERT INTO messages (ticket_id, visibility, body, created_at, author_kind, author_id)
  SELECT id, $2, $3, created_at + $4::float8 * interval '1 hour',
    CASE WHEN $5 = 'team' THEN 'local' ELSE 'requester' END, CASE WHEN $5 <> 'team' THEN requester_id END
  FROM tickets WHERE title = $1`;

/** Inserts messages for the demo tickets, which exist already, so that the first start shows realistic conversations. */
export async function seedDemoConversations(runner: QueryRunner): Promise<void> {
  for (const { ticket, messages } of CONVERSATIONS) {
    for (const { from, hours, visibility, body } of messages) {
      await runner.query(INSERT, [ticket, visibility, body, hours, from]);
    }
  }
}
