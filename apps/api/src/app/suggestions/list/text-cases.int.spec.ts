import { idAt } from '../../../testing/ledger-rows';
import { PUBLIC_URL, aPerson, aToken } from '../../../testing/people';
import { getJson, listTexts, nextOf } from '../../../testing/suggestion-pages';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { DRAFT, SENT, insertTexts, manyTexts } from '../../../testing/text-rows';
import type { WrittenTextDto } from '../api/written-text.dto';
import type { QualityReport } from '../quality/quality-report';

const DAYS = 'from=2026-09-10&to=2026-10-20';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => api.database.query('DELETE FROM written_texts'));
afterAll(() => api.close());

const get = (path: string) => api.inject({ method: 'GET', url: path });

it.each([undefined, 1, 'none'])('the texts behind each figure are those that it counts: team %s', async (team) => {
  await insertTexts(api.database, manyTexts(1500));
  const range = `${DAYS}${team ? `&team=${team}` : ''}`;
  const { texts } = await getJson<QualityReport>(api, `/api/quality/?${range}`);
  const find = (query: string) => listTexts(api, `${range}&limit=200&${query}`);
  const count = async (query: string) => (await find(query)).length;

  expect(await count('')).toBe(texts.asked);
  expect(await count('result=refused')).toBe(texts.refused);
  expect(await count('kind=summary&result=written')).toBe(texts.summaries);
  expect(await count('kind=draft&result=written')).toBe(texts.drafts);
  expect(texts.sent.n).toBe(texts.drafts);
  expect(await count('result=sent')).toBe(texts.sent.right);

  const measured = await find('result=measured');
  expect(measured).toHaveLength(texts.edits.n);
  expect(measured.length).toBeLessThan(texts.sent.right);
  const words = measured.map(({ edit_distance }) => edit_distance ?? -1).toSorted((one, other) => one - other);
  expect(words[Math.ceil(words.length / 2) - 1]).toBe(texts.edits.median);

  const priced = await find('call=priced');
  expect(priced).toHaveLength(texts.cost.priced_calls);
  expect(priced.reduce((sum, { cost_micros }) => sum + (cost_micros ?? 0), 0)).toBe(texts.cost.micros);
  const unpriced = await find('call=unpriced');
  expect(unpriced).toHaveLength(texts.cost.unpriced_calls);
  expect(unpriced.every(({ cost_micros }) => cost_micros === null)).toBe(true);
});

it('say what became of a draft, never its text', async () => {
  await insertTexts(api.database, [{ ...SENT, team_id: 3 }]);

  expect(await listTexts(api, DAYS)).toEqual([
    {
      id: expect.any(String) as string,
      asked_at: '2026-10-01T12:00:00.000Z',
      kind: 'draft',
      ticket_id: 7,
      team_id: 3,
      outcome: 'written',
      model: 'flash',
      prompt_version: 1,
      words: 20,
      sent_at: '2026-10-01T12:05:00.000Z',
      edit_distance: 4,
      latency_ms: 900,
      cost_micros: 80,
    },
  ]);
});

describe('a page', () => {
  it('follows the one before, without loss, also within a millisecond', async () => {
    const asked = (n: number) => `2026-10-02T12:00:00.00${n % 3}Z`;
    await insertTexts(
      api.database,
      Array.from({ length: 23 }, (_, n) => ({ ...DRAFT, asked_at: asked(n), ticket_id: n + 1 })),
    );
    const stored = await api.database.query<{ id: string }[]>(
      'SELECT id FROM written_texts ORDER BY asked_at DESC, id DESC',
    );

    const pages = await listTexts(api, `${DAYS}&limit=4`);

    expect(pages.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  });

  it('keeps the filters in its link, and ends without one', async () => {
    await insertTexts(api.database, [SENT, SENT]);

    const { headers } = await get(`/api/texts/?${DAYS}&kind=draft&result=sent&call=priced&team=none&limit=1`);

    const next = nextOf(headers['link']) ?? '';
    const [path, query] = next.split('?');
    expect(path).toBe('/api/texts');
    const { cursor, ...filters } = Object.fromEntries(new URLSearchParams(query));
    expect(cursor).toMatch(/^[0-9a-f-]{36}$/);
    expect(filters).toEqual({
      from: '2026-09-10',
      to: '2026-10-20',
      kind: 'draft',
      result: 'sent',
      call: 'priced',
      team: 'none',
      limit: '1',
    });
    const last = await get(next);
    expect(last.json<WrittenTextDto[]>()).toHaveLength(1);
    expect(last.headers['link']).toBeUndefined();
  });

  it.each([
    ['after the range', '2999-01-01T00:00:00Z', 1],
    ['before the range', '2001-01-01T00:00:00Z', 0],
  ])('with an invented cursor %s stays in the range', async (_where, time, count) => {
    await insertTexts(api.database, [DRAFT, { ...DRAFT, asked_at: '2026-11-05T12:00:00Z' }]);

    expect(await listTexts(api, `${DAYS}&cursor=${idAt(time)}`)).toHaveLength(count);
  });

  it.each([
    ['from=yesterday', 'from'],
    ['team=x', 'team'],
    ['kind=letter', 'kind'],
    ['result=kept', 'result'],
    ['call=waited', 'call'], // of suggestions only
    ['limit=201', 'limit'],
    ['cursor=x', 'cursor'],
    ['provider=gemini', 'provider'],
    ['role=blind', 'role'],
  ])('is refused for ?%s', async (query, parameter) => {
    const response = await get(`/api/texts/?${query}`);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ parameter }] });
  });
});

it('needs the permission to read the statistics, as the report does', async () => {
  const closed = await startTestApp({ PUBLIC_URL });
  try {
    const person = await aPerson(closed.database);
    const status = async (headers: object) =>
      (await closed.inject({ method: 'GET', url: '/api/texts/', headers: { ...headers } })).statusCode;

    expect(await status({})).toBe(401);
    expect(await status(await aToken(closed.database, person, ['tickets:read', 'tickets:write']))).toBe(403);
    expect(await status(await aToken(closed.database, person, ['stats:read']))).toBe(200);
  } finally {
    await closed.close();
  }
});
