import type { LightMyRequestResponse } from 'fastify';
import { PUBLIC_URL, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { AuditEventDto } from './audit-event.dto';

let api: TestApp;
let admin: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  admin = await aPerson(api.database, { role: 'admin' });
  agent = await aPerson(api.database);
  await api.database.query(
    `INSERT INTO security_events (at, event, actor_id, user_id, details, ip, user_agent, request_id)
     SELECT timestamptz '2026-03-01 12:00Z' + n / 10 * interval '1 day',
       CASE WHEN n % 3 = 0 THEN 'sign_in_failed' ELSE 'sign_in' END,
       CASE WHEN n % 3 <> 0 THEN (ARRAY[$1, $2]::int[])[1 + n % 2] END, (ARRAY[$1, $2]::int[])[1 + n % 2],
       CASE WHEN n = 1 THEN '{"role": "agent"}'::jsonb END, '203.0.113.7', 'Mozilla', 'request-' || n
     FROM generate_series(1, 100) AS n`,
    [admin.id, agent.id],
  );
});
afterAll(() => api.close());

const get = (query: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
  api.inject({ method: 'GET', url: `/api/audit${query}`, headers: { cookie: admin.cookie, ...headers } });
const list = async (query: string): Promise<AuditEventDto[]> => (await get(query)).json();
/** Without the event of the set-up link at the start. */
const ofFixture = (events: readonly AuditEventDto[]): AuditEventDto[] =>
  events.filter(({ request_id }) => request_id?.startsWith('request-'));
const numbers = (events: readonly AuditEventDto[]): number[] =>
  ofFixture(events).map(({ request_id }) => Number(request_id.slice(8)));
const linkOf = ({ headers }: LightMyRequestResponse, rel: string): string | undefined =>
  new RegExp(`</api/audit([^>]*)>; rel="${rel}"`).exec(String(headers['link']))?.[1];

/** The numbers of the events that the fixture made and that a condition selects, newest first. */
const expected = (isWanted: (n: number) => boolean): number[] =>
  Array.from({ length: 100 }, (_, n) => 100 - n).filter(isWanted);

it('lists events with the names of their people, newest first', async () => {
  const [newest, ...others] = ofFixture(await list('?limit=200'));

  expect(newest).toEqual({
    id: expect.any(Number) as number,
    at: '2026-03-11T12:00:00.000Z',
    event: 'sign_in',
    actor: { id: admin.id, name: 'Person' },
    user: { id: admin.id, name: 'Person' },
    ip: '203.0.113.7',
    user_agent: 'Mozilla',
    request_id: 'request-100',
  });
  expect(others.at(-1)).toMatchObject({ event: 'sign_in', details: { role: 'agent' } });
  expect(others.find(({ event }) => event === 'sign_in_failed')).not.toHaveProperty('actor');
});

it.each<[string, (n: number) => boolean]>([
  ['event=sign_in_failed', (n) => n % 3 === 0],
  ['actor=AGENT', (n) => n % 3 !== 0 && n % 2 === 1],
  ['person=AGENT', (n) => n % 2 === 1],
  ['person=AGENT&event=sign_in_failed', (n) => n % 2 === 1 && n % 3 === 0],
  ['actor=ADMIN&person=ADMIN', (n) => n % 3 !== 0 && n % 2 === 0],
  ['actor=ADMIN&person=AGENT', () => false],
  ['from=2026-03-05', (n) => n >= 40],
  ['to=2026-03-05', (n) => n < 50],
  ['from=2026-03-05&to=2026-03-05', (n) => n >= 40 && n < 50],
  ['event=&actor=&from=', () => true],
])('filters by %s, on all pages and back', async (filter, isWanted) => {
  const query = filter.replace('AGENT', String(agent.id)).replaceAll('ADMIN', String(admin.id));
  const wanted = expected(isWanted);
  const forward: number[] = [];
  let page = await get(`?limit=7&${query}`);
  let back: string | undefined;
  for (;;) {
    forward.push(...numbers(page.json()));
    const next = linkOf(page, 'next');
    back = linkOf(page, 'prev');
    if (next === undefined) break;
    page = await get(next);
  }
  expect(forward).toEqual(wanted);

  const backward = numbers(page.json());
  while (back !== undefined) {
    page = await get(back);
    backward.unshift(...numbers(page.json()));
    back = linkOf(page, 'prev');
  }
  expect(backward).toEqual(wanted);
});

it.each([
  'event=unknown',
  'actor=0',
  'actor=x',
  'person=9999999999',
  'from=2026-02-30',
  'to=tomorrow',
  'limit=201',
  'cursor=x',
  'page=2',
])('rejects %s', async (query) => {
  expect((await get(`?${query}`)).statusCode).toBe(400);
});

it('is for administrators only', async () => {
  expect((await get('', { cookie: agent.cookie })).statusCode).toBe(403);
});

it('is there in the open mode too', async () => {
  const open = await startTestApp();

  const { statusCode } = await open.inject({ method: 'GET', url: '/api/audit' });

  expect(statusCode).toBe(200);
  await open.close();
});

describe('an export', () => {
  const exportAll = (query = '') => get(query, { accept: 'application/x-ndjson' });

  it('has all events that match, one a line, and is an event itself', async () => {
    const response = await exportAll('?event=sign_in_failed&limit=7');

    expect(response.headers['content-type']).toBe('application/x-ndjson');
    expect(response.headers['content-disposition']).toMatch(/^attachment; filename="docket-audit-[\d-]{10}\.ndjson"$/);
    expect(response.headers['vary']).toContain('Accept');
    const events = response.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditEventDto);
    expect(numbers(events)).toEqual(expected((n) => n % 3 === 0));
    expect(await list('?event=audit_exported')).toEqual([
      expect.objectContaining({
        actor: { id: admin.id, name: 'Person' },
        details: { event: 'sign_in_failed' },
      }),
    ]);
  });

  it('reads more events than fit into one batch', async () => {
    await api.database.query(
      `INSERT INTO security_events (at, event, ip, user_agent, request_id)
       SELECT timestamptz '2025-01-01Z', 'sign_out', '', '', n::text FROM generate_series(1, 2500) AS n`,
    );

    const { body } = await exportAll('?event=sign_out');

    expect(
      new Set(
        body
          .trimEnd()
          .split('\n')
          .map((line) => (JSON.parse(line) as AuditEventDto).request_id),
      ).size,
    ).toBe(2500);
  });

  it('is not started by a HEAD request', async () => {
    const before = await list('?event=audit_exported');

    await api.inject({
      method: 'HEAD',
      url: '/api/audit',
      headers: { cookie: admin.cookie, accept: 'application/x-ndjson' },
    });

    expect(await list('?event=audit_exported')).toEqual(before);
  });
});
