import { aLedger, insertLedger } from '../../../testing/ledger-rows';
import { getJson, listSuggestions } from '../../../testing/suggestion-pages';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { SuggestionDto } from '../api/suggestion.dto';
import type { Measured } from '../quality/measured';
import type { QualityReport } from '../quality/quality-report';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 'from=2026-09-16&to=2026-11-01';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await insertLedger(api.database, aLedger(3000));
});
afterAll(() => api.close());

const isRight = ({ suggested, chosen }: SuggestionDto) => suggested === chosen;

/** What the report says of its cases, counted again. */
function expectCases(cases: readonly SuggestionDto[], { n, right }: Measured, isCounted = isRight): void {
  expect(cases).toHaveLength(n);
  expect(cases.filter(isCounted)).toHaveLength(right);
}

describe.each([
  ['gemini', 'category', undefined],
  ['gemini', 'priority', 2],
  ['local', 'category', 1],
  ['local', 'priority', undefined],
  ['gemini', 'category', 'none'],
] as const)('of %s, %s, team %s, the suggestions behind', (provider, field, team) => {
  const measure = `provider=${provider}&field=${field}${team ? `&team=${team}` : ''}`;
  const find = (query: string, range = DAYS) => {
    const parts = new URLSearchParams(`${measure}&${range}&limit=200`);
    for (const [name, value] of new URLSearchParams(query)) parts.set(name, value);
    return listSuggestions(api, parts.toString());
  };
  const count = async (query: string, range?: string) => (await find(query, range)).length;

  let report: QualityReport;
  beforeAll(async () => {
    report = await getJson<QualityReport>(api, `/api/quality/?${measure}&${DAYS}`);
  });

  it('all figures', async () => {
    expect(await count('')).toBe(report.recorded);
  });

  it('the blind accuracy, its weeks, teams and surfaces', async () => {
    expect(report.blind.n).toBeGreaterThan(50);
    expectCases(await find('role=blind'), report.blind);
    for (const { week, n } of report.weeks) {
      const sunday = new Date(Date.parse(week) + 6 * DAY_MS).toISOString().slice(0, 10);
      const range = `from=${week < report.from ? report.from : week}&to=${sunday > report.to ? report.to : sunday}`;
      expect(await count('role=blind', range)).toBe(n);
    }
    for (const { team_id, n } of report.teams) expect(await count(`role=blind&team=${team_id ?? 'none'}`)).toBe(n);
    for (const { surface, n } of report.surfaces) expect(await count(`role=blind&surface=${surface}`)).toBe(n);
  });

  it('a cell of the confusion', async () => {
    expect(report.confusion.length).toBeGreaterThan(5);
    for (const { suggested, chosen, n } of report.confusion) {
      expect(await count(`role=blind&suggested=${suggested}&chosen=${chosen}`)).toBe(n);
    }
  });

  it('what people accepted', async () => {
    expectCases(await find('role=shown'), report.acceptance, ({ choice }) => choice === 'accepted');
  });

  it('the other provider, which suggested something for some tickets only', async () => {
    const { comparison, blind } = report;
    expect(comparison.n).toBeGreaterThan(20);
    expect(comparison.n).toBeLessThan(blind.n);

    expectCases(await find(`role=compared&provider=${comparison.provider}`), comparison);
    expect(await count('role=compared')).toBe(comparison.n);
  });

  it('the critical tickets, also those without a suggestion', async () => {
    const { recall, precision } = report.critical;
    const critical = 'field=priority&chosen=critical';
    expect(await count(`role=blind&${critical}`)).toBeLessThan(recall.n);

    expectCases(await find(`role=alone&${critical}`), recall);
    expectCases(await find('role=alone&field=priority&suggested=critical'), precision);
    expect(await count('role=blind&field=priority&suggested=critical')).toBe(precision.n);
  });

  it('a tenth of the confidence', async () => {
    expect(report.calibration).toHaveLength(10);
    for (const measured of report.calibration) {
      const { from } = measured;
      const cases = await find(`provider=local&field=category&confidence=${from}`);
      expectCases(cases, measured);
      expect(cases.every(({ confidence }) => confidence !== null && Math.abs(confidence - from - 0.05) < 0.051)).toBe(
        true,
      );
    }
  });

  it('a reason of a fallback', async () => {
    expect(report.fallbacks.length).toBeGreaterThan(5);
    for (const { reason, n } of report.fallbacks) expect(await count(`outcome=${reason}`)).toBe(n);
  });

  it('the time of an answer', async () => {
    const waited = await find('call=waited');

    expect(waited).toHaveLength(report.latency.n);
    expect(waited.length).toBeLessThan(report.recorded);
    const times = waited.map(({ latency_ms: ms }) => ms - (ms % 10)).toSorted((one, other) => one - other);
    const { p50, p95 } = report.latency;
    expect([p50, p95]).toEqual([0.5, 0.95].map((share) => times[Math.ceil(share * times.length) - 1]));
  });

  it('the costs', async () => {
    const { priced_calls, unpriced_calls } = report.cost;
    expect(Math.min(priced_calls, unpriced_calls)).toBeGreaterThan(50);

    const priced = await find('call=priced');
    expect(priced).toHaveLength(priced_calls);
    expect(priced.every(({ cost_micros }) => cost_micros === 100)).toBe(true);
    const unpriced = await find('call=unpriced');
    expect(unpriced).toHaveLength(unpriced_calls);
    expect(unpriced.every(({ cost_micros }) => cost_micros === null)).toBe(true);
  });
});

it.each(['role=compared', 'role=alone&field=priority&chosen=critical', 'call=waited', 'call=unpriced'])(
  'are the same in a CSV file: %s',
  async (figure) => {
    const query = `${DAYS}&provider=gemini&${figure}`;
    const listed = await listSuggestions(api, `${query}&limit=200`);

    const { body } = await api.inject({
      method: 'GET',
      url: `/api/suggestions/?${query}`,
      headers: { accept: 'text/csv' },
    });

    const [, ...rows] = body.trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(',')[0])).toEqual(listed.map(({ id }) => id));
  },
);
