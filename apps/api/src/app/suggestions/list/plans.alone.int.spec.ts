import { type TestApp, startTestApp } from '../../../testing/test-app';
import { type Plan, measureWork } from '../../../testing/work-of';

// The suggestions have statistics already, and maintenance during a request would count as its work.
jest.mock('../../platform/database/embedded-maintenance', () => ({ startMaintenance: () => () => undefined }));

/**
 * 400 days of a desk with 250 suggestions a day. The trained model is at least half sure. One in 20 is blind, one in 50
 * without an answer, and one in 5,000 refused. One call in 500 has an unknown cost. No ticket is critical.
 */
const COUNT = 100_000;
const FILL = `
  INSERT INTO suggestions (id, asked_at, surface, is_blind, outcome, model, prompt_version, category, priority, local_category,
    local_confidence, characters, latency_ms, is_cached, prompt_tokens, cost_micros, ticket_id, team_id, shown_at, chosen_category,
    chosen_priority, chosen_at)
  SELECT (substr(ms, 1, 8) || '-' || substr(ms, 9) || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, at, 'form', n % 20 = 0,
    CASE WHEN n % 5000 = 1 THEN 'blocked' WHEN n % 50 = 2 THEN 'timeout' ELSE 'answered' END, 'flash', 2,
    CASE WHEN n % 5000 <> 1 AND n % 50 <> 2 THEN category END, 'medium', category, 0.5 + n % 50 / 100.0, 400, 900, false,
    CASE WHEN n % 50 <> 2 THEN 700 END, CASE WHEN n % 50 <> 2 AND n % 500 <> 7 THEN 80 END, n, 1 + n % 8,
    CASE WHEN n % 20 > 0 THEN at END, CASE WHEN n % 7 > 0 THEN category ELSE 'general' END, 'medium', at
  FROM (
    SELECT n, date_trunc('milliseconds', now() - n * interval '345 seconds') AS at,
      lpad(to_hex(floor(extract(epoch FROM date_trunc('milliseconds', now() - n * interval '345 seconds')) * 1000)::bigint), 12, '0') AS ms,
      (ARRAY['general', 'billing', 'technical', 'account'])[1 + n % 4] AS category
    FROM generate_series(1, ${COUNT}) AS n
  ) AS suggestion`;
/** A request for a text every half hour. One in 50 is a summary. */
const FILL_TEXTS = `
  INSERT INTO written_texts (id, asked_at, kind, ticket_id, outcome, words, model, prompt_version, attempts, latency_ms, prompt_tokens,
    cost_micros)
  SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid, at,
    CASE WHEN n % 50 = 0 THEN 'summary' ELSE 'draft' END, n, 'written', 40, 'flash', 1, 1, 900, 700, 80
  FROM (SELECT n, date_trunc('milliseconds', now() - n * interval '30 minutes') AS at FROM generate_series(1, 19000) AS n) AS text`;
const DAY_MS = 24 * 60 * 60 * 1000;
const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const PAGE = 50;

let api: TestApp;
beforeAll(async () => {
  // Before the API opens the database: its sessions have a statement timeout.
  api = await startTestApp({}, async (database) => {
    await database.query(FILL);
    await database.query(FILL_TEXTS);
    await database.query('VACUUM ANALYZE suggestions, written_texts');
  });
}, 240_000);
afterAll(() => api.close());

async function get(query: string) {
  const response = await api.inject({ method: 'GET', url: `/api/suggestions/?provider=gemini&limit=${PAGE}&${query}` });
  if (response.statusCode !== 200) throw new Error(`${query}: ${response.body}`);
  return response;
}

/** The cursor behind the first page; undefined if there is one page only. */
async function secondPage(query: string): Promise<string | undefined> {
  const { headers } = await get(query);
  return /cursor=([^&>]+)/.exec(String(headers['link']))?.[1];
}

/** How the table is read, such as "Index Scan suggestions_by_time". */
function readsOf(plans: readonly Plan[]): string[] {
  return plans.flatMap((plan) => [
    ...(plan['Index Name'] || ['suggestions', 'written_texts'].includes(plan['Relation Name'] ?? '')
      ? [`${plan['Node Type']} ${plan['Index Name'] ?? ''}`.trim()]
      : []),
    ...readsOf(plan.Plans ?? []),
  ]);
}

const ranges = [
  ['30 days', `from=${dayBefore(29)}`],
  ['400 days', `from=${dayBefore(399)}`],
  ['a week of last spring', `from=${dayBefore(200)}&to=${dayBefore(194)}`],
] as const;

it.each([
  ['the newest one', dayBefore(-1)],
  ['one of last spring', dayBefore(200)],
])('a page of texts, %s, is read by the index of their times', async (_which, time) => {
  const cursor = `${Date.parse(time).toString(16).padStart(12, '0')}70008000000000000000`;
  const url = `/api/texts/?from=${dayBefore(399)}&kind=draft&limit=${PAGE}&cursor=${cursor.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;

  const work = await measureWork(api.database, async () => {
    const response = await api.inject({ method: 'GET', url });
    expect(response.json()).toHaveLength(PAGE);
  });

  expect(readsOf(work.plans)).toEqual(['Index Scan written_texts_by_time']);
  expect(work.blocksRead).toBeLessThanOrEqual(20);
});

describe.each(ranges)('%s', (_range, days) => {
  it.each([
    ['all suggestions', '', 'suggestions_by_time', 100],
    ['a team', 'team=3', 'suggestions_by_time', 100],
    ['blind ones of no team, which are none', 'role=blind&team=none', 'suggestions_blind', COUNT / 20],
    ['a tenth of the confidence', 'confidence=0.9', 'suggestions_by_time', 100],
    // Reads the range, as the report itself does.
    ['a tenth that no suggestion has', 'confidence=0.1', 'suggestions_by_time', COUNT],
    ['blind ones', 'role=blind', 'suggestions_blind', 100],
    ['shown ones', 'role=shown', 'suggestions_by_time', 100],
    ['those with another provider', 'role=compared', 'suggestions_blind', 100],
    ['critical tickets, which are none', 'role=alone&field=priority&chosen=critical', 'suggestions_blind', COUNT / 20],
    ['requests that waited', 'call=waited', 'suggestions_by_time', 100],
    ['calls of a known cost', 'call=priced', 'suggestions_by_time', 100],
    // Reads the range, as the report itself does.
    ['calls of an unknown cost', 'call=unpriced', 'suggestions_by_time', COUNT],
    ['a frequent reason', 'outcome=timeout', 'suggestions_by_reason', 100],
    ['a rare reason', 'outcome=blocked', 'suggestions_by_reason', 100],
    ['a reason that did not occur', 'outcome=network', 'suggestions_by_reason', 100],
    ['a ticket', `ticket_id=${COUNT / 2}`, 'suggestions_by_ticket', 100],
    // At worst all blind suggestions of the range: one in 20 of the ledger.
    ['a cell of the confusion', 'role=blind&suggested=billing&chosen=general', 'suggestions_blind', COUNT / 20],
    ['a cell that no ticket has', 'role=blind&suggested=billing&chosen=account', 'suggestions_blind', COUNT / 20],
  ])('of %s are read by an index', async (_what, filter, index, blocks) => {
    const query = `${days}&${filter}`;
    const cursor = await secondPage(query);
    for (const page of cursor ? ['', `&cursor=${cursor}`] : ['']) {
      const work = await measureWork(api.database, () => get(`${query}${page}`));

      expect(readsOf(work.plans)).toEqual([`Index Scan ${index}`]);
      expect(work.blocksRead).toBeLessThanOrEqual(blocks);
    }
  });
});
