import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { QualityReport } from '../quality/quality-report';
import { type SimulatedRequest, simulateRequests } from './simulated-requests';
import { insertRequests } from './simulated-rows';
import { dayOf, dayOfYear, truthOf } from './simulated-truth';
import {
  DAYS,
  DRIFT_DAY,
  FALLBACKS,
  LEARNED_DAY,
  LOSSES,
  MODEL_DAY,
  PHASES,
  PRICE_DAY,
  PROMPT_DAY,
} from './simulated-year';

/** A Sunday, so that weeks of the year begin with its days 0, 7, 14 … */
const LAST_DAY = new Date('2026-11-22T00:00:00Z');
const day = (number: number) => dayOf(dayOfYear(LAST_DAY, number));
const YEAR = [day(0), day(DAYS - 1)] as const;

let api: TestApp;
let year: readonly SimulatedRequest[];
beforeAll(async () => {
  api = await startTestApp({ SUGGESTION_DAYS: 36_500 }); // the year is a fixed one
  year = simulateRequests({ seed: 11, lastDay: LAST_DAY, requestsOfWorkday: 200, teamIds: [1, 2] });
  await insertRequests(api.database, year, LAST_DAY);
}, 120_000);
afterAll(() => api.close());

async function measure([from, to]: readonly [string, string], query = '&provider=gemini'): Promise<QualityReport> {
  const response = await api.inject({
    method: 'GET',
    url: `/api/quality/?from=${from}&to=${to}${query}`,
  });
  expect(response.statusCode).toBe(200);
  return response.json();
}

const casesOf = ({ n, right }: { n: number; right: number }) => ({ n, right });
const inOrder = (entries: Iterable<readonly [unknown, unknown]>) =>
  [...entries].map(([key, value]) => [String(key), value] as const).sort(([one], [other]) => one.localeCompare(other));

describe('the quality of a simulated year', () => {
  const ranges = [
    ['the year', YEAR],
    ['the weeks before the drift', [day(LEARNED_DAY), day(DRIFT_DAY - 1)]],
    ['the drift', [day(DRIFT_DAY), day(PROMPT_DAY - 1)]],
    ['days that begin and end within weeks', [day(PROMPT_DAY - 40), day(MODEL_DAY + 3)]],
    ['the days without a price', [day(MODEL_DAY), day(PRICE_DAY - 1)]],
    ['one day', [day(PROMPT_DAY), day(PROMPT_DAY)]],
  ] as const;
  const providers = ['gemini', 'local'] as const;
  const fields = ['category', 'priority'] as const;
  const cases = ranges.flatMap(([what, range]) =>
    providers.flatMap((provider) =>
      fields.flatMap((field) => [undefined, 2].map((teamId) => ({ what, range, provider, field, teamId }))),
    ),
  );

  it.each(cases)(
    'is what happened: $what, $provider, $field, team $teamId',
    async ({ range, provider, field, teamId }) => {
      const [from, to] = range;
      const truth = truthOf(year, LAST_DAY, { from, to, provider, field, teamId });

      const report = await measure(range, `&provider=${provider}&field=${field}${teamId ? `&team=${teamId}` : ''}`);

      expect(report).toMatchObject({
        recorded: truth.recorded,
        dropped: truth.dropped,
        blind: truth.blind,
        acceptance: truth.acceptance,
        comparison: truth.comparison,
        critical: truth.critical,
        changes: truth.changes,
        cost: truth.cost,
      });
      expect(inOrder(report.confusion.map((cell) => [`${cell.suggested} ${cell.chosen}`, cell.n]))).toEqual(
        inOrder(truth.confusion),
      );
      expect(inOrder(report.weeks.map((each) => [each.week, casesOf(each)]))).toEqual(inOrder(truth.weeks));
      expect(inOrder(report.drift.map((each) => [each.week, each.n]))).toEqual(inOrder(truth.filed));
      expect(inOrder(report.teams.map((each) => [each.team_id, casesOf(each)]))).toEqual(inOrder(truth.teams));
      expect(inOrder(report.surfaces.map((each) => [each.surface, casesOf(each)]))).toEqual(inOrder(truth.surfaces));
      expect(inOrder(report.calibration.map((each) => [Math.round(each.from * 10), casesOf(each)]))).toEqual(
        inOrder(truth.calibration),
      );
      expect(inOrder(report.fallbacks.map(({ reason, n }) => [reason, n]))).toEqual(inOrder(truth.fallbacks));
    },
  );

  it.each(PHASES.map((phase, n) => [phase.firstDay, (PHASES[n + 1]?.firstDay ?? DAYS) - 1, phase] as const))(
    'has the accuracy of the days %d to %d, to the share of an unfinished deck',
    async (first, last, { accuracy }) => {
      for (const provider of providers) {
        const { blind } = await measure([day(first), day(last)], `&provider=${provider}`);
        expect(Math.abs(blind.right - accuracy[provider].category * blind.n)).toBeLessThanOrEqual(10);
      }
    },
  );

  it('has each reason of a failure in its number', async () => {
    const { fallbacks } = await measure(YEAR);
    expect(Object.fromEntries(fallbacks.map(({ reason, n }) => [reason, n]))).toEqual(FALLBACKS);
  });

  it('has the day of another prompt, and that of another model', async () => {
    const [first, second] = ['simulated-model-1', 'simulated-model-2'];
    expect((await measure(YEAR)).changes).toEqual([
      { day: day(PROMPT_DAY), model: first, version: 2, model_before: first, version_before: 1 },
      { day: day(MODEL_DAY), model: second, version: 2, model_before: first, version_before: 2 },
    ]);
  });

  it('has the first day of the own model, and those of its next versions', async () => {
    const learned = (version: number) => ({ model: 'learned', version });
    expect((await measure(YEAR, '&provider=local')).changes).toEqual([
      { day: day(LEARNED_DAY), ...learned(1), model_before: 'words', version_before: null },
      { day: day(PROMPT_DAY), ...learned(2), model_before: 'learned', version_before: 1 },
      { day: day(MODEL_DAY), ...learned(3), model_before: 'learned', version_before: 2 },
    ]);
  });

  it('shows the drift: each of its weeks is worse than each whole week of the three months before', async () => {
    const { weeks } = await measure(YEAR);
    const shares = (from: number, to: number) =>
      weeks.filter(({ week }) => week >= day(from) && week < day(to)).map(({ share }) => share ?? NaN);
    expect(shares(DRIFT_DAY, PROMPT_DAY - 2)).toHaveLength(6);
    expect(Math.max(...shares(DRIFT_DAY, PROMPT_DAY - 2))).toBeLessThan(Math.min(...shares(LEARNED_DAY, DRIFT_DAY)));
  });

  it('shows that other tickets come from the drift on, and nothing of the kind before', async () => {
    const { drift } = await measure(YEAR);
    const indices = (from: number, to: number) =>
      drift.filter(({ week }) => week >= day(from) && week < day(to)).map(({ psi }) => psi);

    expect(indices(0, 7)).toEqual([null]); // nothing before it
    expect(Math.max(...indices(7, DRIFT_DAY).map((psi) => psi ?? NaN))).toBeLessThan(0.1);
    // Later weeks are compared with more and more weeks of the new kind.
    expect(Math.min(...indices(DRIFT_DAY, DRIFT_DAY + 4 * 7).map((psi) => psi ?? NaN))).toBeGreaterThan(0.2);
  });

  it('shows no index for too few tickets, before a week or in it', async () => {
    const { drift } = await measure([day(DRIFT_DAY - 1), day(DRIFT_DAY + 7)]);
    const { drift: ofTeam } = await measure([day(DRIFT_DAY - 3), day(DRIFT_DAY + 13)], '&provider=gemini&team=2');

    // A Sunday, a whole week, a Monday.
    expect(drift.map(({ n, psi }) => [n < 200, psi])).toEqual([
      [true, null],
      [false, null],
      [true, null],
    ]);
    expect(ofTeam.every(({ n, psi }) => n >= 200 || psi === null)).toBe(true);
  });

  it('knows no cost while the model has no price', async () => {
    const { cost } = await measure([day(MODEL_DAY), day(PRICE_DAY - 1)]);
    expect(cost).toMatchObject({ micros: 0, priced_calls: 0 });
    expect(cost.unpriced_calls).toBeGreaterThan(1000);
  });

  it('says how many requests could not be written down', async () => {
    const [[, first], [, second]] = LOSSES as [[number, number], [number, number]];
    expect((await measure(YEAR)).dropped).toBe(first + second);
  });
});
