import { type LedgerRow, NO_CHOICE, idAt, insertLedger } from '../../../testing/ledger-rows';
import { PUBLIC_URL, aPerson, aToken } from '../../../testing/people';
import { getJson, listSuggestions, nextOf } from '../../../testing/suggestion-pages';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { SuggestionDto } from '../api/suggestion.dto';

const DAY_MS = 24 * 60 * 60 * 1000;

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => api.database.query('DELETE FROM suggestions'));
afterAll(() => api.close());

const get = (path: string, headers = {}) => api.inject({ method: 'GET', url: path, headers });
const list = (query: string) => getJson<SuggestionDto[]>(api, `/api/suggestions/?${query}`);

const insert = (...rows: LedgerRow[]) => insertLedger(api.database, rows);

/** An answered request of a form, whose ticket was filed as it was suggested. */
const ACCEPTED: LedgerRow = {
  ...NO_CHOICE, asked_at: '2026-11-02T12:00:00Z', outcome: 'answered', model: 'flash', prompt_version: 2, category: 'billing', priority: 'low',
  ticket_id: 7, team_id: 2, shown_at: '2026-11-02T12:00:02Z', chosen_at: '2026-11-02T12:01:00Z', chosen_category: 'billing', chosen_priority: 'low',
}; // prettier-ignore
const RANGE = 'from=2026-11-01&to=2026-11-03&provider=gemini';

describe('listed suggestions', () => {
  it('say what was suggested, chosen and final, without a text', async () => {
    const final = { final_category: 'account', final_at: '2026-11-03T12:00:00Z', final_by: 'resolution' };
    await insert({ ...ACCEPTED, ...final, cost_micros: 80, local_category: 'account', local_confidence: 0.9 });

    const [row] = await list(RANGE);

    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      asked_at: '2026-11-02T12:00:00.000Z',
      ticket_id: 7,
      team_id: 2,
      surface: 'form',
      provider: 'gemini',
      field: 'category',
      model: 'flash',
      prompt_version: 2,
      outcome: 'answered',
      role: 'shown',
      suggested: 'billing',
      confidence: null,
      shown_at: '2026-11-02T12:00:02.000Z',
      choice: 'accepted',
      chosen: 'billing',
      chosen_at: '2026-11-02T12:01:00.000Z',
      final: 'account',
      final_at: '2026-11-03T12:00:00.000Z',
      latency_ms: 10,
      cost_micros: 80,
    });
    const [priority] = await list('from=2026-11-01&to=2026-11-03&provider=local&field=priority');
    expect(priority).toMatchObject({ suggested: null, confidence: null }); // it is sure of the category only
    expect((await list('from=2026-11-01&to=2026-11-03&provider=local'))[0]).toMatchObject({
      provider: 'local',
      suggested: 'account',
      confidence: 0.9,
      role: 'unseen', // the model answered, so its suggestion was the one on the screen
      choice: 'unseen',
    });
  });

  it.each([
    ['accepted', {}],
    ['overridden', { chosen_category: 'account' }],
    ['unseen', { shown_at: null }],
    ['unseen', { is_blind: true, shown_at: null }],
    [null, { category: null }],
    ['abandoned', { ticket_id: null, shown_at: null, chosen_at: null, chosen_category: null, chosen_priority: null }],
  ])('are %s with %j', async (choice, change) => {
    await insert({ ...ACCEPTED, ...change });

    expect(await list(RANGE)).toEqual([expect.objectContaining({ choice })]);
  });

  it('are undecided during the first 24 hours', async () => {
    const none = { ticket_id: null, shown_at: null, chosen_at: null, chosen_category: null, chosen_priority: null };
    await insert({ ...ACCEPTED, ...none, asked_at: new Date(Date.now() - 23 * 60 * 60 * 1000).toISOString() });

    expect(await list('provider=gemini')).toEqual([expect.objectContaining({ choice: null })]);
  });

  it('have the labels of the chosen field only', async () => {
    await insert(
      { ...ACCEPTED, final_category: 'account', final_at: '2026-11-03T12:00:00Z', final_by: 'age' },
      { ...ACCEPTED, final_category: null, final_at: null, final_by: null },
    );

    expect(await list(`${RANGE}&final=account`)).toHaveLength(1);
    expect(await list(`${RANGE}&suggested=billing&chosen=billing`)).toHaveLength(2);
    expect(await list(`${RANGE}&suggested=account`)).toEqual([]);
    expect(await list(`${RANGE}&suggested=low`)).toEqual([]); // a priority
    expect(await list(`${RANGE}&field=priority&suggested=low`)).toHaveLength(2);
  });

  it('leave out a choice whose answer is not recorded', async () => {
    await insert({ ...ACCEPTED, outcome: null, surface: null, is_blind: null, latency_ms: null, is_cached: null });

    expect(await list(RANGE)).toEqual([]);
  });

  it('of one ticket may be 400 days old', async () => {
    const asked = new Date(Date.now() - 398 * DAY_MS).toISOString();
    await insert(
      { ...ACCEPTED, asked_at: asked, ticket_id: 5 },
      { ...ACCEPTED, asked_at: asked, ticket_id: 6 },
      { ...ACCEPTED, asked_at: asked, ticket_id: 5 },
    );

    expect(await list('ticket_id=5')).toHaveLength(2);
    expect(await list('')).toEqual([]);
  });
});

describe('a page', () => {
  it('follows the one before, without loss, also within a millisecond', async () => {
    await insert(
      ...Array.from({ length: 23 }, (_, n) => ({
        ...ACCEPTED,
        asked_at: `2026-11-02T12:00:00.00${n % 3}Z`,
        ticket_id: n + 1,
      })),
    );
    const stored = await api.database.query<{ id: string }[]>(
      'SELECT id FROM suggestions ORDER BY asked_at DESC, id DESC',
    );

    const pages = await listSuggestions(api, `${RANGE}&limit=4`);

    expect(pages.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  });

  it('stays where it is while new suggestions come', async () => {
    await insert(...[1, 2, 3, 4].map((n) => ({ ...ACCEPTED, asked_at: `2026-11-02T12:00:0${n}Z`, ticket_id: n })));
    const first = await get(`/api/suggestions/?${RANGE}&limit=2`);
    await insert({ ...ACCEPTED, asked_at: '2026-11-02T12:00:09Z', ticket_id: 9 });

    const second = await getJson<SuggestionDto[]>(api, nextOf(first.headers['link']) ?? '');

    expect(second.map(({ ticket_id }) => ticket_id)).toEqual([2, 1]);
  });

  it('keeps the filters in its link, and ends without one', async () => {
    await insert(ACCEPTED, ACCEPTED);

    const { headers } = await get(`/api/suggestions/?${RANGE}&team=2&outcome=answered&role=shown&limit=1`);

    expect(nextOf(headers['link'])).toMatch(
      /^\/api\/suggestions\?from=2026-11-01&to=2026-11-03&provider=gemini&team=2&outcome=answered&role=shown&limit=1&cursor=[0-9a-f-]{36}$/,
    );
    expect((await get(nextOf(headers['link']) ?? '')).headers['link']).toBeUndefined();
  });

  it.each([
    ['after the range', '2999-01-01T00:00:00Z', 1],
    ['before the range', '2001-01-01T00:00:00Z', 0],
  ])('with an invented cursor %s stays in the range', async (_where, time, count) => {
    await insert(ACCEPTED, { ...ACCEPTED, asked_at: '2026-11-05T12:00:00Z' });

    expect(await list(`${RANGE}&cursor=${idAt(time)}`)).toHaveLength(count);
  });

  it.each([
    ['from=yesterday', 'from'],
    ['to=2026-02-30', 'to'],
    ['provider=claude', 'provider'],
    ['field=status', 'field'],
    ['team=x', 'team'],
    ['team=0', 'team'],
    ['team=null', 'team'],
    ['confidence=1', 'confidence'],
    ['confidence=0.95', 'confidence'],
    ['confidence=-0.1', 'confidence'],
    ['ticket_id=0', 'ticket_id'],
    ['ticket_id=9999999999', 'ticket_id'],
    ['outcome=failed', 'outcome'],
    ['surface=mail', 'surface'],
    ['role=auto', 'role'],
    ['call=free', 'call'],
    ['suggested=sales', 'suggested'],
    ['field=priority&chosen=urgent', 'chosen'],
    ["final=' OR 1=1", 'final'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['cursor=eyJpZCI6MX0', 'cursor'],
    ['cursor=00000000-0000-4000-8000-000000000000', 'cursor'],
    ['search=card', 'search'],
    ['field=constructor&suggested=billing', 'field'],
  ])('is refused for ?%s', async (query, parameter) => {
    const response = await get(`/api/suggestions/?${encodeURI(query)}`);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ parameter }] });
  });
});

describe('as CSV', () => {
  const csv = (query: string) => get(`/api/suggestions/?${query}`, { accept: 'text/csv' });

  it('has the same suggestions, beyond a page', async () => {
    await insert(...Array.from({ length: 60 }, (_, n) => ({ ...ACCEPTED, ticket_id: n + 1, model: '=1+1' })));

    const response = await csv(`${RANGE}&limit=5`);

    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="docket-suggestions-2026-11-01-to-2026-11-03.csv"',
      vary: expect.stringContaining('Accept') as string,
    });
    const [head, ...lines] = response.body.trimEnd().split('\r\n');
    expect(head).toMatch(/^id,asked_at,ticket_id,/);
    expect(lines).toHaveLength(60);
    for (const line of lines) expect(line).toContain(",'=1+1,");
  });

  it('ends at 10,000 suggestions, and links to the others', async () => {
    await api.database.query(
      `INSERT INTO suggestions (id, asked_at, surface, is_blind, outcome, latency_ms, is_cached)
       SELECT (lpad(to_hex(1793620800000 + n), 12, '0') || '7000800000000000ffff')::uuid, to_timestamp((1793620800000 + n) / 1000.0), 'api',
         false, 'timeout', 1, false FROM generate_series(1, 10001) AS n`,
    );

    const first = await csv(RANGE);
    const second = await csv(nextOf(first.headers['link'])?.split('?')[1] ?? '');

    expect([first, second].map(({ body }) => body.trimEnd().split('\r\n').length - 1)).toEqual([10_000, 1]);
    expect(second.headers['link']).toBeUndefined();
  });
});

it('needs the permission to read the statistics, as the report does', async () => {
  const closed = await startTestApp({ PUBLIC_URL });
  try {
    const person = await aPerson(closed.database);
    const status = async (headers: object) =>
      (await closed.inject({ method: 'GET', url: '/api/suggestions/', headers: { ...headers } })).statusCode;

    expect(await status({})).toBe(401);
    expect(await status(await aToken(closed.database, person, ['tickets:read', 'tickets:write']))).toBe(403);
    expect(await status(await aToken(closed.database, person, ['stats:read']))).toBe(200);
  } finally {
    await closed.close();
  }
});
