import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { measureWork } from '../../../testing/work-of';
import { Ticket } from '../../tickets/model/ticket.entity';
import type { TimelineEntryDto } from '../api/timeline-entry.dto';

// The tables already have statistics, and maintenance during a request would count as its work.
jest.mock('../../platform/database/embedded-maintenance', () => ({ startMaintenance: () => () => undefined }));

const TICKETS = 20;
const EVENTS = 10_000;

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({}, async (database) => {
    await database.getRepository(Ticket).insert(Array.from({ length: TICKETS }, () => aTicket()));
    // The changes of the tickets alternate, and every tenth is followed by a message.
    await database.query(`
      INSERT INTO ticket_events (ticket_id, kind, actor_kind, verified, change)
      SELECT 1 + CASE WHEN n % 4 = 0 THEN n / 4 % ${TICKETS} ELSE 0 END, 'ticket.changed', 'local', false, '{"status": ["open", "closed"]}'
      FROM generate_series(1, ${EVENTS}) AS n`);
    await database.query(`
      INSERT INTO messages (ticket_id, visibility, author_kind, body)
      SELECT 1 + n % 2, 'public', 'local', repeat('Hello. ', 50) FROM generate_series(1, ${EVENTS / 10}) AS n`);
    await database.query('VACUUM ANALYZE tickets, ticket_events, messages');
  });
}, 240_000);
afterAll(() => api.close());

async function page(id: number, query = ''): Promise<TimelineEntryDto[]> {
  const response = await api.inject({ method: 'GET', url: `/api/tickets/${id}/timeline?limit=50${query}` });
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json();
}

/** With the maximum number of 8 kB blocks that a page may read, regardless of the length of the history. A message takes three look-ups. */
it.each([
  ['the newest page, of messages', () => '', 'message.added', 220],
  ['a page of old changes', (ids: readonly number[]) => `&before=${ids[3000]}`, 'ticket.changed', 20],
])('reads only %s', async (_what, query, kind, maxBlocks) => {
  const ids = (
    await api.database.query<{ id: number }[]>('SELECT id::int FROM ticket_events WHERE ticket_id = 1 ORDER BY id')
  ).map(({ id }) => id);
  const { blocksRead } = await measureWork(api.database, async () => {
    const entries = await page(1, query(ids));
    expect(entries).toHaveLength(50);
    expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set([kind]));
  });

  expect(ids.length).toBeGreaterThan(7000);
  expect(blocksRead).toBeLessThan(maxBlocks);
});
