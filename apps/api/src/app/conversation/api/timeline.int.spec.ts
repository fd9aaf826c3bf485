import type { LightMyRequestResponse } from 'fastify';
import { aTicket } from '../../../testing/a-ticket';
import { PUBLIC_URL, SAME_SITE, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';
import type { TimelineEntryDto } from './timeline-entry.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

let id: number;
beforeEach(async () => {
  ({ id } = await api.database.getRepository(Ticket).save(aTicket()));
});

const get = (query = '', ticketId = id) =>
  api.inject({ method: 'GET', url: `/api/tickets/${ticketId}/timeline${query}` });

const patch = (changes: object) => api.inject({ method: 'PATCH', url: `/api/tickets/${id}`, payload: changes });

/** Follows the `next` links from the first page to the last. */
async function walk(query: string): Promise<TimelineEntryDto[][]> {
  const pages: TimelineEntryDto[][] = [];
  for (let url: string | undefined = `/api/tickets/${id}/timeline${query}`; url;) {
    const response: LightMyRequestResponse = await api.inject({ method: 'GET', url });
    pages.push(response.json<TimelineEntryDto[]>());
    url = nextOf(response);
  }
  return pages;
}

/** Maximum size of a page: 100 changes of a 200-character title and ten tags, before and after, at 4 bytes a character. In bytes. */
const PAGE_BYTES_MAX = 600_000;

/** Adds changes of the ticket, each of the maximum size that the API stores. */
const insertEvents = (count: number) =>
  api.database.query(
    `INSERT INTO ticket_events (ticket_id, kind, actor_kind, verified, change)
     SELECT $1, 'ticket.changed', 'system', true, jsonb_build_object('title', jsonb_build_array(repeat('🔥', 200), repeat('🧯', 200)),
       'tags', jsonb_build_array(tags, tags))
     FROM generate_series(1, $2::int), (SELECT jsonb_agg(repeat('𝒜', 39) || n) AS tags FROM generate_series(0, 9) AS n) AS most`,
    [id, count],
  );

const nextOf = ({ headers }: LightMyRequestResponse) => /<([^<>]+)>; rel="next"/.exec(String(headers.link ?? ''))?.[1];

const insertMessages = (count: number, body: string) =>
  api.database.query(
    `INSERT INTO messages (ticket_id, visibility, author_kind, body) SELECT $1, 'public', 'local', $3 FROM generate_series(1, $2::int)`,
    [id, count, body],
  );

describe('GET /api/tickets/{id}/timeline', () => {
  it('shows changes by the API and by hand, newest first', async () => {
    await patch({ priority: 'critical', status: 'in_progress' });
    await patch({ description: 'Other words' });
    await api.database.query(`UPDATE tickets SET category = 'billing' WHERE id = $1`, [id]);

    const entries = (await get()).json<TimelineEntryDto[]>();

    expect(entries).toMatchObject([
      {
        kind: 'ticket.changed',
        actor: { kind: 'system', verified: false },
        change: { category: ['account', 'billing'] },
      },
      { kind: 'ticket.changed', actor: { kind: 'local', verified: true }, change: { description: [] } },
      { kind: 'ticket.changed', change: { priority: ['medium', 'critical'], status: ['open', 'in_progress'] } },
      { kind: 'ticket.created', actor: { kind: 'system' } },
    ]);
    expect(entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).sort((a, b) => b - a));
  });

  it('shows no event of another ticket, and none of an import', async () => {
    await api.database.query(
      `INSERT INTO tickets (title, description, category, priority) VALUES ('a', 'a', 'general', 'low'), ('b', 'b', 'general', 'low')`,
    );
    const [{ id: imported }] = await api.database.query<[{ id: number }]>(`SELECT max(id) AS id FROM tickets`);

    expect((await get('', imported)).json()).toEqual([]);
    expect((await get()).json()).toHaveLength(1);
  });

  it('has every entry on one page only', async () => {
    await insertMessages(25, 'Text');

    const pages = await walk('?limit=10');

    const ids = pages.flat().map((entry) => entry.id);
    expect(pages.map((page) => page.length)).toEqual([10, 10, 6]);
    expect(new Set(ids).size).toBe(26);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
  });

  it('has each of 10,000 events once, in pages of bounded size, while more are added', async () => {
    await insertEvents(9_999);
    const [{ ids: stored }] = await api.database.query<[{ ids: number[] }]>(
      'SELECT array_agg(id::float8 ORDER BY id DESC) AS ids FROM ticket_events WHERE ticket_id = $1',
      [id],
    );

    const ids: number[] = [];
    const sizes: number[] = [];
    for (let url: string | undefined = `/api/tickets/${id}/timeline?limit=100`; url;) {
      const response: LightMyRequestResponse = await api.inject({ method: 'GET', url });
      ids.push(...response.json<TimelineEntryDto[]>().map((entry) => entry.id));
      sizes.push(Buffer.byteLength(response.body));
      url = nextOf(response);
      if (ids.length <= 1_000) await insertEvents(50); // newer events, which do not shift the pages
    }

    expect(stored).toHaveLength(10_000);
    expect(ids).toEqual(stored);
    expect(sizes).toHaveLength(100);
    expect(Math.max(...sizes)).toBeLessThan(PAGE_BYTES_MAX);
    expect(Math.min(...sizes)).toBeGreaterThan(PAGE_BYTES_MAX / 4); // the events are of maximum size
  });

  it('ends a page after 1 MB of messages, but shows each message whole', async () => {
    const body = '🔥'.repeat(100_000); // 400 kB
    await insertMessages(5, body);

    const pages = await walk('');

    expect(pages.map((page) => page.length)).toEqual([2, 2, 2]);
    expect(pages.flat().filter(({ message }) => message?.body === body)).toHaveLength(5);
  });

  it('names a requester, of whom nobody knows whether it was them', async () => {
    const requester = await api.database.query<[{ id: number }]>(
      `INSERT INTO requesters (email, name) VALUES ('nora@example.com', NULL) RETURNING id`,
    );
    await api.database.query(
      `INSERT INTO messages (ticket_id, visibility, author_kind, author_id, body) VALUES ($1, 'public', 'requester', $2, 'Hi')`,
      [id, requester[0].id],
    );

    expect((await get()).json<TimelineEntryDto[]>()[0]).toMatchObject({
      actor: { kind: 'requester', name: 'nora@example.com', verified: false },
      message: { body: 'Hi' },
    });
  });

  it.each([
    ['?limit=0', 'limit'],
    ['?limit=101', 'limit'],
    ['?before=0', 'before'],
    ['?before=abc', 'before'],
    ['?before=1000000000000000', 'before'],
    ['?after=3', 'after'],
  ])('rejects %s', async (query, parameter) => {
    const response = await get(query);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ parameter }] });
  });

  it('responds 404 to a ticket that does not exist, or was deleted', async () => {
    await api.database.query('DELETE FROM tickets WHERE id = $1', [id]);

    expect((await get()).statusCode).toBe(404);
    expect((await get('', 2_147_483_647)).statusCode).toBe(404);
  });

  it('reads an index only, however many events there are', async () => {
    const plan = await api.database.transaction(async (manager) => {
      await manager.query('SET LOCAL enable_seqscan = off');
      await manager.query('SET LOCAL enable_bitmapscan = off'); // PostgreSQL may prefer it for the few events of this ticket
      const rows = await manager.query<Record<'QUERY PLAN', string>[]>(
        'EXPLAIN SELECT * FROM ticket_events WHERE ticket_id = 1 AND id < 100 ORDER BY id DESC LIMIT 31',
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

    expect(plan).toMatch(/Index Scan Backward using ticket_events_by_ticket/);
    expect(plan).not.toContain('Sort');
  });
});

it('names the people and teams of a change, as they are called now', async () => {
  const closed = await startTestApp({ PUBLIC_URL });
  try {
    const ben = await aPerson(closed.database);
    const { id: ticket } = await closed.database.getRepository(Ticket).save(aTicket());
    const [team] = await closed.database.query<[{ id: number }]>(
      `INSERT INTO teams (name, name_key) VALUES ('Before', 'before') RETURNING id`,
    );
    const request = (method: 'GET' | 'PATCH', path: string, payload?: object) =>
      closed.inject({
        method,
        url: `/api/tickets/${ticket}${path}`,
        headers: { ...SAME_SITE, cookie: ben.cookie },
        ...(payload && { payload }),
      });
    await request('PATCH', '', { assignee_id: ben.id, team_id: team.id, tags: ['vip'] });
    await request('PATCH', '', { assignee_id: null, requester: { email: 'nora@example.org' } });
    await closed.database.query(`UPDATE teams SET name = 'After' WHERE id = $1`, [team.id]);

    const [cleared, assigned] = (await request('GET', '/timeline')).json<TimelineEntryDto[]>();

    expect(assigned?.change).toEqual({
      assignee: [null, { id: ben.id, name: 'Person' }],
      team: [null, { id: team.id, name: 'After' }],
      tags: [[], ['vip']],
    });
    expect(cleared?.change).toMatchObject({
      assignee: [{ id: ben.id, name: 'Person' }, null],
      requester: [null, { name: 'nora@example.org' }],
    });
  } finally {
    await closed.close();
  }
});
