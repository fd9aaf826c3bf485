import type { LightMyRequestResponse } from 'fastify';
import { aTicket } from '../../../testing/a-ticket';
import { anyString } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { encodeCursor } from '../../platform/database/page-cursor';
import { Ticket } from '../model/ticket.entity';

/** More tickets than a search counts. */
const BEYOND_COUNT_LIMIT = 10_001;

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

/** Inserts `count` tickets with ids starting at `from`, two for each creation time. */
const insert = (count: number, from = 1) =>
  api.database.getRepository(Ticket).insert(
    Array.from({ length: count }, (_, index) => {
      const id = from + index;
      return aTicket({ id, title: `t${id}`, createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, 0, Math.floor(id / 2))) });
    }),
  );

const get = (url: string) => api.inject({ method: 'GET', url });

const idsOf = (page: LightMyRequestResponse) => page.json<{ id: number }[]>().map(({ id }) => id);

const linkOf = (page: LightMyRequestResponse, rel: 'next' | 'prev'): string | undefined =>
  new RegExp(`<([^>]*)>; rel="${rel}"`).exec(String(page.headers.link))?.[1];

const follow = (page: LightMyRequestResponse, rel: 'next' | 'prev') => get(linkOf(page, rel) ?? 'no such link');

/** A page, followed by all pages that its links of one relation lead to. */
const followAll = async (page: LightMyRequestResponse, rel: 'next' | 'prev') => {
  const pages = [page];
  for (let link = linkOf(page, rel); link; link = linkOf(pages.at(-1)!, rel)) pages.push(await get(link));
  return pages;
};

describe('pages of GET /api/tickets/', () => {
  it('has 50 tickets on a page by default, and up to 200 on request', async () => {
    await insert(201);

    const [byDefault, atMost] = [await get('/api/tickets/'), await get('/api/tickets/?limit=200')];

    expect([idsOf(byDefault).length, idsOf(atMost).length]).toEqual([50, 200]);
    expect(byDefault.headers).toMatchObject({ 'x-total-count': '201', 'x-total-count-relation': 'eq' });
  });

  it.each([
    '',
    '&category=account&status=open',
    '&created_from=2026-01-01',
    '&search=code',
    '&search=code&status=open',
  ])('follows links to all tickets that match "%s" and back, without duplicates', async (filter) => {
    await insert(7);

    const first = await get(`/api/tickets/?limit=3${filter}`);
    const second = await follow(first, 'next');
    const third = await follow(second, 'next');
    const back = await follow(third, 'prev');
    const start = await follow(back, 'prev');

    const pages = [first, second, third, back, start];
    expect(pages.map(idsOf)).toEqual([[7, 6, 5], [4, 3, 2], [1], [4, 3, 2], [7, 6, 5]]);
    expect(pages.map((page) => page.headers['x-total-count'])).toEqual(Array(5).fill('7'));
    expect([linkOf(first, 'prev'), linkOf(start, 'prev'), linkOf(third, 'next')]).toEqual(Array(3).fill(undefined));
    expect(linkOf(start, 'next')).toBeDefined();
  });

  it('follows links to more matches of a search than it counts, and back', async () => {
    await insert(1005);
    const ids = Array.from({ length: 1005 }, (_, index) => 1005 - index);

    const pages = await followAll(await get('/api/tickets/?limit=200&search=code'), 'next');
    const back = (await followAll(pages.at(-1)!, 'prev')).reverse();

    expect(pages.flatMap(idsOf)).toEqual(ids);
    expect(back.flatMap(idsOf)).toEqual(ids);
    expect([pages.length, back.length]).toEqual([6, 6]);
    for (const { headers } of [...pages, ...back]) {
      expect(headers).toMatchObject({ 'x-total-count': '1000', 'x-total-count-relation': 'gte' });
    }
  });

  it('has no links if all tickets fit on the page', async () => {
    await insert(3);

    expect((await get('/api/tickets/?limit=3')).headers.link).toBeUndefined();
  });

  it('keeps all filters and the limit in its links', async () => {
    await insert(5);

    const page = await get(
      '/api/tickets/?limit=2&category=account,billing&status=open&search=code%20other&created_from=2025-01-01',
    );
    const next = new URL(linkOf(page, 'next') ?? '', 'http://docket');

    expect(Object.fromEntries(next.searchParams)).toEqual({
      search: 'code other',
      category: 'account,billing',
      status: 'open',
      created_from: '2025-01-01',
      limit: '2',
      cursor: anyString(),
    });
    expect(idsOf(await get(next.pathname + next.search))).toEqual([3, 2]);
  });

  it('has headers of at most 32 kB, which the documented proxies take, for the longest texts', async () => {
    const letter = '𠀀'; // twelve bytes when URL-encoded
    await api.database
      .getRepository(Ticket)
      .insert(['a', 'b', 'c'].map((title) => aTicket({ title, description: letter.repeat(500) })));
    const tags = Array.from({ length: 12 }, (_, index) => letter.repeat(36) + String(index));

    const query = new URLSearchParams({ q: `-tag:${tags.join()}`, search: letter.repeat(500), limit: '1' });
    const second = await follow(await get(`/api/tickets/?${query.toString()}`), 'next');

    expect(linkOf(second, 'prev')).toBeDefined();
    expect(linkOf(second, 'next')).toBeDefined();
    const bytes = Object.entries(second.headers).map(([name, value]) =>
      Buffer.byteLength(`${name}: ${String(value)}\r\n`),
    );
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(32_768 - 1024); // leaves room for headers that a proxy adds
  });

  it('is stable under concurrent writes', async () => {
    await insert(6);

    const first = await get('/api/tickets/?limit=2');
    await insert(3, 7);
    await api.database.getRepository(Ticket).update({ id: 3 }, { status: 'closed' });
    const second = await follow(first, 'next');
    await insert(2, 10);
    const third = await follow(second, 'next');

    expect([first, second, third].map(idsOf)).toEqual([
      [6, 5],
      [4, 3],
      [2, 1],
    ]);
    expect(idsOf(await follow(second, 'prev'))).toEqual([6, 5]);
  });

  it('links back from a page that has become empty', async () => {
    await insert(4);

    const first = await get('/api/tickets/?limit=2&status=open');
    await api.database.getRepository(Ticket).update({ id: 1 }, { status: 'closed' });
    await api.database.getRepository(Ticket).update({ id: 2 }, { status: 'closed' });
    const empty = await follow(first, 'next');

    expect(idsOf(empty)).toEqual([]);
    expect(linkOf(empty, 'next')).toBeUndefined();
    expect(idsOf(await follow(empty, 'prev'))).toEqual([4, 3]);
  });

  it('has no link to a previous page that has become empty', async () => {
    await insert(4);

    const first = await get('/api/tickets/?limit=2&status=open');
    await api.database.query(`UPDATE tickets SET status = 'closed' WHERE id > 2`);
    const second = await follow(first, 'next');

    expect(idsOf(second)).toEqual([2, 1]);
    expect(linkOf(second, 'prev')).toBeUndefined();
  });

  it.each([
    ['newest', '9999-12-31T23:59:59.999Z', 2_147_483_647],
    ['oldest', '0001-01-01T00:00:00.000Z', 0],
  ])('links to the beginning from the empty page before it, with the %s first', async (sort, created_at, id) => {
    await insert(2);
    const cursor = encodeCursor({ created_at, id, direction: 'prev' });

    const page = await get(`/api/tickets/?sort=${sort}&cursor=${cursor}`);

    expect(idsOf(page)).toEqual([]);
    expect(idsOf(await follow(page, 'next')).toSorted()).toEqual([1, 2]);
  });

  it('begins with the most urgent, and leads on and back through all priorities', async () => {
    await insert(12);
    await api.database.query(
      `UPDATE tickets SET priority = (ARRAY['low', 'critical', 'medium', 'critical'])[1 + id % 4] WHERE id <= 11`,
    );
    await api.database.query(`UPDATE tickets SET priority = 'low' WHERE id = 12`);

    const forward = await followAll(await get('/api/tickets/?sort=priority&limit=5'), 'next');
    const back = await followAll(forward.at(-1)!, 'prev');

    expect(forward.map(idsOf)).toEqual([
      [11, 9, 7, 5, 3],
      [1, 10, 6, 2, 12],
      [8, 4],
    ]);
    expect(back.map(idsOf)).toEqual(forward.map(idsOf).toReversed());
    expect(forward.map(({ headers }) => headers['x-total-count'])).toEqual(['12', '12', '12']);
  });

  it('begins a priority with the ticket whose number is searched for', async () => {
    await insert(6);
    await api.database.query(
      `UPDATE tickets SET description = 'see 2', priority = CASE WHEN id > 4 THEN 'high' ELSE 'low' END`,
    );

    const forward = await followAll(await get('/api/tickets/?sort=priority&limit=1&search=2'), 'next');
    const back = await followAll(forward.at(-1)!, 'prev');

    expect(forward.flatMap(idsOf)).toEqual([6, 5, 2, 4, 3, 1]);
    expect(back.flatMap(idsOf)).toEqual([1, 3, 4, 2, 5, 6]);
  });

  it.each(['&created_from=2000-01-01', '&search=needle', ''])(
    'counts in each order the same with "%s"',
    async (filter) => {
      await insertOpen(1500);
      await api.database.query(`UPDATE tickets SET priority = 'high' WHERE id % 2 = 0`);

      const pages = await Promise.all(
        ['newest', 'oldest', 'priority'].map((sort) => get(`/api/tickets/?limit=1&sort=${sort}${filter}`)),
      );

      const counts = pages.map(({ headers }) => [headers['x-total-count'], headers['x-total-count-relation']]);
      expect(counts).toEqual(Array(3).fill(filter.includes('search') ? ['1000', 'gte'] : ['1500', 'eq']));
    },
  );

  it('links back to a more urgent ticket after the ticket of the cursor has left the list', async () => {
    await insert(4);
    await api.database.query(
      `UPDATE tickets SET priority = CASE id WHEN 4 THEN 'critical' WHEN 3 THEN 'high' ELSE 'low' END`,
    );

    const first = await get('/api/tickets/?sort=priority&status=open&limit=2');
    await api.database.query(`UPDATE tickets SET status = 'closed' WHERE id = 3`);
    const second = await follow(first, 'next');

    expect(idsOf(second)).toEqual([2, 1]);
    expect(idsOf(await follow(second, 'prev'))).toEqual([4]);
  });

  it('rejects a cursor that does not know the priority of its ticket', async () => {
    await insert(2);

    const response = await get(`${linkOf(await get('/api/tickets/?limit=1'), 'next')}&sort=priority`);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ parameter: 'cursor' }] });
  });

  it('caps the count of a search and reports a lower bound', async () => {
    await insertOpen(BEYOND_COUNT_LIMIT);

    const searched = await get('/api/tickets/?search=needle&limit=1');
    const all = await get('/api/tickets/?limit=1');
    const onDays = await get('/api/tickets/?limit=1&created_from=2000-01-01');

    expect(searched.headers['x-total-count-relation']).toBe('gte');
    expect(Number(searched.headers['x-total-count'])).toBeGreaterThanOrEqual(1000);
    expect(Number(searched.headers['x-total-count'])).toBeLessThan(BEYOND_COUNT_LIMIT);
    for (const { headers } of [all, onDays]) {
      expect(headers).toMatchObject({ 'x-total-count': `${BEYOND_COUNT_LIMIT}`, 'x-total-count-relation': 'eq' });
    }
  });

  it('caps the count of properties combined with days and reports a lower bound', async () => {
    await insertOpen(1000);
    const exact = await get('/api/tickets/?limit=1&created_from=2000-01-01&status=open,closed');
    await insertOpen(1);
    const more = await get('/api/tickets/?limit=1&created_from=2000-01-01&status=open,closed');

    expect(exact.headers).toMatchObject({ 'x-total-count': '1000', 'x-total-count-relation': 'eq' });
    expect(more.headers).toMatchObject({ 'x-total-count': '1000', 'x-total-count-relation': 'gte' });
  });
});

function insertOpen(tickets: number): Promise<unknown> {
  return api.database.query(
    `INSERT INTO tickets (title, description, category, priority)
     SELECT 'Needle ' || n, 'hay', 'general', 'low' FROM generate_series(1, $1::int) AS n`,
    [tickets],
  );
}

describe('a page of long descriptions', () => {
  it.each(['', '&search=long', '&status=open', '&sort=priority'])(
    'with "%s" ends at 1 MB of text, and its links lead on',
    async (filter) => {
      const emoji = [2, 100_000, 100_000, 60_000, 100_000, 90_000, 2, 5]; // four bytes each
      const tickets = emoji.map((length, index) =>
        aTicket({
          id: index + 1,
          title: 'long',
          description: '😀'.repeat(length),
          priority: index < 6 ? 'low' : 'high', // so both sort orders are the same
        }),
      );
      await api.database.getRepository(Ticket).insert(tickets);

      const forward = await followAll(await get(`/api/tickets/?limit=200${filter}`), 'next');
      const back = await followAll(forward.at(-1)!, 'prev');

      expect(forward.map(idsOf)).toEqual([
        [8, 7, 6, 5],
        [4, 3],
        [2, 1],
      ]);
      expect(back.map(idsOf)).toEqual([
        [2, 1],
        [4, 3],
        [8, 7, 6, 5],
      ]);
    },
  );
});

describe('the links of GET /api/tickets/<id>/', () => {
  it.each([
    ['next', '', [2, 1]],
    ['prev', '', [5, 4]],
    ['next', '&search=t1', [1]],
    ['prev', '&search=t1', []],
    ['next', '&sort=priority', [2, 1]],
  ] as const)('lead to the %s tickets that match "%s"', async (rel, filter, ids) => {
    await insert(5);

    const page = await get(`${linkOf(await get('/api/tickets/3/'), rel)}${filter}`);

    expect(idsOf(page)).toEqual(ids);
  });
});
