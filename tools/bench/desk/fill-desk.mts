import { Client } from 'pg';
import { fill } from '../fill.mts';
import { withoutIndexes } from '../without-indexes.mts';

/** Numbers of assignees, teams and tags. */
const PEOPLE = 20;
const TEAMS = 5;
export const TAGS = 40;
/** Average number of tickets of a requester. */
const TICKETS_PER_REQUESTER = 20;
/** Number of changes of a ticket in the history. With its message, a ticket has five events. */
const CHANGES = 4;

/**
 * Every fourth ticket has no assignee. Tags are skewed: tag-1 is in a quarter of the tickets, and the last ones are rare. Tickets of the
 * older year have no relations, and older ones of the newer year have no requester, to compare lists with and without them.
 */
const RELATIONS = `
  CREATE FUNCTION bench_relations() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.created_at > now() - interval '1 year' THEN
      IF NEW.id % 4 > 0 THEN NEW.assignee_id := (SELECT id FROM bench_people WHERE n = NEW.id % ${PEOPLE}); END IF;
      NEW.team_id := 1 + NEW.id % ${TEAMS};
      IF NEW.created_at > now() - interval '200 days' THEN NEW.requester_id := 1 + NEW.id % $REQUESTERS; END IF;
      NEW.tags := ARRAY(
        SELECT tag FROM (
          SELECT DISTINCT 'tag-' || (1 + floor(${TAGS} * power(random(), 3)))::int AS tag FROM generate_series(0, NEW.id % 3)
        ) AS chosen ORDER BY tag COLLATE "C");
    END IF;
    RETURN NEW;
  END $$`;

/** Fills a migrated database with assigned tickets, their messages and their history. */
export async function fillDesk(databaseUrl: string, tickets: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const run = (sql: string) => client.query(sql);
  try {
    const requesters = Math.ceil(tickets / TICKETS_PER_REQUESTER);
    await run(`INSERT INTO requesters (email, name) SELECT 'requester-' || n || '@example.com', 'Requester ' || n
      FROM generate_series(1, ${requesters}) AS n`);
    await run(
      `INSERT INTO teams (name, name_key) SELECT 'Team ' || n, 'team ' || n FROM generate_series(1, ${TEAMS}) AS n`,
    );
    await run(`CREATE TABLE bench_people AS WITH made AS (
        INSERT INTO users (name, email, role, state)
        SELECT 'Agent ' || n, 'agent-' || n || '@desk.example', 'agent', 'active' FROM generate_series(1, ${PEOPLE}) AS n RETURNING id
      ) SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM made`);
    await run(RELATIONS.replace('$REQUESTERS', String(requesters)));
    await run(
      'CREATE TRIGGER bench_relations BEFORE INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION bench_relations()',
    );
    await withoutIndexes(client, () => fill(databaseUrl, tickets));
    await run('DROP TRIGGER bench_relations ON tickets');
    await run(`INSERT INTO messages (ticket_id, visibility, author_kind, body)
      SELECT id, 'public', 'local', 'Hello, we look at it and write again tomorrow. ' || repeat('Thank you. ', id % 20) FROM tickets`);
    await run(`INSERT INTO ticket_events (kind, ticket_id, change, actor_kind, verified)
      SELECT 'ticket.changed', id, '{"status": ["open", "in_progress"]}', 'local', true FROM generate_series(1, ${CHANGES}), tickets`);
    await run('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}
