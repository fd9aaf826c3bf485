import { type LedgerRow as Row, NO_CHOICE as NONE, aLedger, insertLedger } from '../../../testing/ledger-rows';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Settings } from '../../platform/config/settings';
import type { QualityReport } from './quality-report';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(async () => {
  for (const table of ['suggestions', 'suggestion_losses', 'model_spend'])
    await api.database.query(`DELETE FROM ${table}`);
});
afterAll(() => api.close());

async function measure(query = ''): Promise<QualityReport> {
  const response = await api.inject({ method: 'GET', url: `/api/quality/?${query}` });
  expect(response.statusCode).toBe(200);
  return response.json();
}

const insert = (rows: readonly Row[]) => insertLedger(api.database, rows);

const share = (rows: readonly Row[], isRight: (row: Row) => boolean) => ({
  n: rows.length,
  right: rows.filter(isRight).length,
});

describe('the quality of suggestions', () => {
  it.each([
    ['gemini', 'category', undefined],
    ['gemini', 'priority', 2],
    ['local', 'category', 1],
    ['local', 'priority', undefined],
    ['gemini', 'category', 'none'],
  ] as const)('is what a recount of the ledger finds: %s, %s, team %s', async (provider, field, team) => {
    const ledger = aLedger(3000);
    await insert(ledger);

    const report = await measure(
      `from=2026-09-14&to=2026-11-01&provider=${provider}&field=${field}${team ? `&team=${team}` : ''}`,
    );

    const own = provider === 'local' ? `local_${field}` : field;
    const other = provider === 'local' ? field : `local_${field}`;
    const [ownPriority, chosen] = [provider === 'local' ? 'local_priority' : 'priority', `chosen_${field}`];
    const range = ledger.filter(
      (row) =>
        String(row['asked_at']) >= '2026-09-14' &&
        String(row['asked_at']) < '2026-11-02' &&
        (team === undefined || row['team_id'] === (team === 'none' ? null : team)),
    );
    const blindAll = range.filter((row) => row['is_blind'] && row['chosen_at']);
    const blind = blindAll.filter((row) => row[own] !== null);
    const isRight = (row: Row) => row[own] === row[chosen];
    const seen = range.filter(
      (row) =>
        !row['is_blind'] &&
        row['shown_at'] &&
        row[own] !== null &&
        (row['outcome'] === 'answered') === (provider === 'gemini'),
    );
    const isLate = (row: Row) => row['outcome'] === 'timeout' && row['attempts'] !== 0;
    const calls = range.filter(
      (row) => !row['is_cached'] && (row['prompt_tokens'] || row['outcome'] === 'answered' || isLate(row)),
    );

    expect(report.recorded).toBe(range.length);
    expect(report.blind).toMatchObject(share(blind, isRight));
    expect(report.acceptance).toMatchObject(share(seen, isRight));
    expect(report.comparison).toMatchObject(
      share(
        blind.filter((row) => row[other] !== null),
        (row) => row[other] === row[chosen],
      ),
    );
    expect(report.critical.recall).toMatchObject(
      share(
        blindAll.filter((row) => row['chosen_priority'] === 'critical'),
        (row) => row[ownPriority] === 'critical',
      ),
    );
    expect(report.critical.precision).toMatchObject(
      share(
        blindAll.filter((row) => row[ownPriority] === 'critical'),
        (row) => row['chosen_priority'] === 'critical',
      ),
    );
    for (const { suggested, chosen: value, n } of report.confusion) {
      expect(n).toBe(blind.filter((row) => row[own] === suggested && row[chosen] === value).length);
    }
    expect(report.confusion.reduce((total, { n }) => total + n, 0)).toBe(blind.length);
    for (const each of report.teams) {
      expect(each).toMatchObject(
        share(
          blind.filter((row) => row['team_id'] === each.team_id),
          isRight,
        ),
      );
    }
    expect(report.weeks.map(({ week }) => week)).toEqual([
      '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26',
    ]); // prettier-ignore
    expect(report.weeks.reduce((total, { n }) => total + n, 0)).toBe(blind.length);
    for (const { reason, n } of report.fallbacks) {
      expect(n).toBe(range.filter((row) => row['outcome'] === reason).length);
    }
    expect(report.changes).toEqual([
      provider === 'gemini'
        ? { day: '2026-10-10', model: 'flash-3', version: 2, model_before: 'flash-2', version_before: 2 }
        : { day: '2026-10-01', model: 'learned', version: 4, model_before: 'learned', version_before: 3 },
    ]);
    expect(report.cost).toEqual({
      micros: 100 * range.filter((row) => row['cost_micros']).length,
      priced_calls: calls.filter((row) => row['cost_micros']).length,
      unpriced_calls: calls.filter((row) => !row['cost_micros']).length,
    });
    const waited = range
      .filter((row) => row['model'] && !row['is_cached'])
      .map((row) => Math.floor(Number(row['latency_ms']) / 10) * 10)
      .sort((one, two) => one - two);
    expect(report.latency).toEqual({
      n: waited.length,
      p50: waited[Math.ceil(0.5 * waited.length) - 1],
      p95: waited[Math.ceil(0.95 * waited.length) - 1],
    });
    const sure = range.filter(
      (row) =>
        row['chosen_at'] &&
        row['local_confidence'] !== null &&
        (row['is_blind'] || !row['shown_at'] || row['outcome'] === 'answered'),
    );
    expect(report.calibration.reduce((total, { n }) => total + n, 0)).toBe(sure.length);
    for (const bin of report.calibration) {
      const own = sure.filter((row) => Math.floor(Number(row['local_confidence']) * 10) === Math.round(bin.from * 10));
      expect(bin).toMatchObject(share(own, (row) => row['local_category'] === row['chosen_category']));
    }
  });

  it('knows the cost neither of a call that timed out nor of an answer without its tokens', async () => {
    const asked = { ...NONE, asked_at: '2026-11-02T12:00:00Z', model: 'flash', prompt_version: 1, is_cached: false };
    await insert([
      { ...asked, outcome: 'answered', attempts: 1, prompt_tokens: 700, cost_micros: 80 },
      { ...asked, outcome: 'answered', attempts: 1 },
      { ...asked, outcome: 'timeout', attempts: 2 },
      { ...asked, outcome: 'timeout' }, // answered after the deadline
      { ...asked, outcome: 'timeout', attempts: 0 }, // no call was begun
      { ...asked, outcome: 'overloaded', attempts: 2 }, // refused, so not charged
      { ...asked, outcome: 'answered', attempts: 1, is_cached: true, cost_micros: 0 },
    ]);

    const { cost } = await measure('from=2026-11-01&to=2026-11-03&provider=gemini');

    expect(cost).toEqual({ micros: 80, priced_calls: 1, unpriced_calls: 3 });
  });

  it('has no figure for fewer than 30 cases', async () => {
    const row: Row = {
      ...NONE, asked_at: '2026-11-02T12:00:00Z', outcome: 'answered', model: 'flash', category: 'billing', is_blind: true,
      ticket_id: 1, chosen_at: '2026-11-02T12:01:00Z', chosen_category: 'billing', chosen_priority: 'low',
    }; // prettier-ignore
    await insert(Array.from({ length: 29 }, () => row));
    const query = 'from=2026-11-01&to=2026-11-03&provider=gemini';

    expect(await measure(query)).toMatchObject({
      blind: { n: 29, right: 29, share: null, interval: null },
      latency: { n: 29, p50: null, p95: null },
    });

    await insert([row]);
    expect(await measure(query)).toMatchObject({
      blind: { n: 30, right: 30, share: 1, interval: [expect.closeTo(0.886, 3), 1] },
      latency: { n: 30, p50: 10, p95: 10 },
    });
  });

  it('says how many suggestions could not be recorded', async () => {
    await api.database.query(
      `INSERT INTO suggestion_losses VALUES ('2026-10-31', 5), ('2026-11-01', 2), ('2026-11-03', 1)`,
    );
    expect(await measure('from=2026-11-01&to=2026-11-03')).toMatchObject({ recorded: 0, dropped: 3 });
  });

  it('counts a choice without its answer as not recorded, and in no figure', async () => {
    const choice: Row = {
      ...NONE, asked_at: '2026-11-02T12:00:00Z', outcome: null, is_blind: null, surface: null, latency_ms: null, is_cached: null,
      ticket_id: 1, team_id: 2, shown_at: '2026-11-02T12:00:30Z', chosen_at: '2026-11-02T12:01:00Z', chosen_category: 'billing', chosen_priority: 'critical',
    }; // prettier-ignore
    await insert([choice, choice]);
    await api.database.query(`INSERT INTO suggestion_losses VALUES ('2026-11-02', 1)`);
    const none = { n: 0, right: 0 };

    for (const provider of ['gemini', 'local']) {
      expect(await measure(`from=2026-11-01&to=2026-11-03&provider=${provider}`)).toMatchObject({
        recorded: 0,
        dropped: 3,
        blind: none,
        acceptance: none,
        critical: { recall: none },
        weeks: [],
        fallbacks: [],
      });
    }
  });

  it('measures the suggestions of the API itself if no model is configured', async () => {
    const { from, to, ...report } = await measure();
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(29);
    expect(report).toMatchObject({
      provider: 'local',
      field: 'category',
      recorded: 0,
      latency: { n: 0, p50: null, p95: null },
    });
  });

  it.each([
    ['from=yesterday', 'from'],
    ['provider=claude', 'provider'],
    ['field=status', 'field'],
    ['team=x', 'team'],
    ['limit=5', 'limit'],
  ])('rejects ?%s', async (query, parameter) => {
    const response = await api.inject({ method: 'GET', url: `/api/quality/?${query}` });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ parameter }] });
  });

  it('measures nothing if the last day is before the first', async () => {
    await insert(aLedger(20));
    expect(await measure('from=2026-11-01&to=2026-09-01')).toMatchObject({ recorded: 0 });
  });

  it('names the days that it measures: 400 at most', async () => {
    expect(await measure('from=2020-01-01&to=2026-12-01')).toMatchObject({ from: '2025-10-28', to: '2026-12-01' });
  });

  it('takes 400 days', async () => {
    expect(await measure('from=2025-10-28&to=2026-12-01')).toMatchObject({ from: '2025-10-28', to: '2026-12-01' });
  });
});

describe('the budget of the month', () => {
  it('has what calls of this month cost, whatever the days of the report', async () => {
    await api.database.query(`
      INSERT INTO model_spend (day, calls, cost_micros)
      SELECT first::date - 1, 5, 900 FROM date_trunc('month', now() AT TIME ZONE 'UTC') AS first
      UNION ALL SELECT first::date, 2, 40 FROM date_trunc('month', now() AT TIME ZONE 'UTC') AS first`);

    expect((await measure('from=2026-09-14&to=2026-11-01')).budget).toEqual({ micros: 40, limit_micros: null });
  });

  it('has the limit of the settings', async () => {
    jest.replaceProperty(api.app.get(Settings), 'CLASSIFY_MONTHLY_BUDGET', 20);

    expect((await measure()).budget).toEqual({ micros: 0, limit_micros: 20_000_000 });
  });
});
