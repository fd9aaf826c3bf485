import { mcNemar } from '../../platform/statistics/proportions';
import { type MixRow, type WeekDrift, driftOf } from './drift-report';
import { CASES_MIN, type Measured, measured } from './measured';
import { type ModelChange, type ModelUse, changesOf } from './model-changes';
import type { BlindRow, CalibrationRow, LatencyRow, OutcomeRow } from './quality-queries';
import type { Field, Provider, QualityRange } from './quality-range';
import { type TextsReport, type TextsRow, toTextsReport } from './texts-report';

/** What the queries of one snapshot found. */
export interface QualityRows {
  readonly outcomes: readonly OutcomeRow[];
  readonly uses: readonly ModelUse[];
  readonly blind: readonly BlindRow[];
  readonly calibration: readonly CalibrationRow[];
  /** In the order of time. */
  readonly latency: readonly LatencyRow[];
  readonly lost: number;
  readonly texts: TextsRow;
  /** What calls of this month cost, in millionths of the unit of the prices. */
  readonly spentMicros: number;
  /** In the order of weeks. */
  readonly mix: readonly MixRow[];
}

/** How good the suggestions of a range were. */
export interface QualityReport {
  readonly from: string;
  readonly to: string;
  readonly provider: Provider;
  readonly field: Field;
  /** Suggestions in the ledger, and those that could not be written, as far as anybody knows of them. */
  readonly recorded: number;
  readonly dropped: number;
  /** Against what people chose without seeing the suggestion. */
  readonly blind: Measured;
  /** Suggestions that people saw and kept. Higher than `blind`, because people lean towards what they see. */
  readonly acceptance: Measured;
  /** The other provider on the same tickets, and how likely chance alone makes the difference (McNemar). */
  readonly comparison: Measured & { readonly provider: Provider; readonly p: number | null };
  /** Blind, by what was suggested and chosen. */
  readonly confusion: readonly { readonly suggested: string; readonly chosen: string; readonly n: number }[];
  /** Of the tickets that people called critical alone, those that the suggestion did; and the reverse. */
  readonly critical: { readonly recall: Measured; readonly precision: Measured };
  /** The trained model's tickets by tenths of its confidence; and the expected calibration error, null for too few cases. */
  readonly calibration: readonly (Measured & { readonly from: number; readonly confidence: number })[];
  readonly ece: number | null;
  readonly teams: readonly (Measured & { readonly team_id: number | null })[];
  readonly surfaces: readonly (Measured & { readonly surface: string })[];
  readonly weeks: readonly (Measured & { readonly week: string })[];
  /** Weeks with filed tickets, with or without a blind suggestion. */
  readonly drift: readonly WeekDrift[];
  /** Other models, and other versions of them. */
  readonly changes: readonly ModelChange[];
  readonly fallbacks: readonly { readonly reason: string; readonly n: number }[];
  /** Of `n` requests that waited for the model, in milliseconds, rounded down to tens; null for too few cases. */
  readonly latency: { readonly n: number; readonly p50: number | null; readonly p95: number | null };
  readonly cost: { readonly micros: number; readonly priced_calls: number; readonly unpriced_calls: number };
  /** Of the month of now, by UTC. */
  readonly budget: { readonly micros: number; readonly limit_micros: number | null };
  readonly texts: TextsReport;
}

/** @param limitMicros what calls of a month may cost; undefined for any */
export function toQualityReport(range: QualityRange, rows: QualityRows, limitMicros?: number): QualityReport {
  const { from, to, provider, field } = range;
  const outcomes = rows.outcomes.filter(isRecorded);
  const unanswered = sum(rows.outcomes, ({ outcome, number }) => (outcome === null ? number : 0));
  const blind = rows.blind.filter(({ suggested }) => suggested !== null);
  return {
    from,
    to,
    provider,
    field,
    recorded: sum(outcomes, ({ number }) => number),
    dropped: rows.lost + unanswered,
    blind: measure(blind, isRight),
    acceptance: measured(
      sum(outcomes, ({ accepted }) => accepted),
      sum(outcomes, ({ shown }) => shown),
    ),
    comparison: compare(provider, blind),
    confusion: confusionOf(blind),
    critical: {
      recall: measure(
        rows.blind.filter((row) => row.chosen_critical),
        (row) => row.suggested_critical,
      ),
      precision: measure(
        rows.blind.filter((row) => row.suggested_critical),
        (row) => row.chosen_critical,
      ),
    },
    ...calibrationOf(rows.calibration),
    teams: grouped(blind, 'team_id'),
    surfaces: grouped(blind, 'surface'),
    weeks: grouped(blind, 'week').toSorted((one, other) => one.week.localeCompare(other.week)),
    drift: driftOf(rows.mix),
    changes: changesOf(rows.uses),
    fallbacks: fallbacksOf(outcomes),
    latency: latencyOf(rows.latency),
    cost: {
      micros: sum(outcomes, (row) => row.cost_micros),
      priced_calls: sum(outcomes, (row) => row.priced_calls),
      unpriced_calls: sum(outcomes, (row) => row.unpriced_calls),
    },
    budget: { micros: rows.spentMicros, limit_micros: limitMicros ?? null },
    texts: toTextsReport(rows.texts),
  };
}

type RecordedRow = OutcomeRow & { readonly outcome: string };

const isRecorded = (row: OutcomeRow): row is RecordedRow => row.outcome !== null;

const isRight = ({ suggested, chosen }: BlindRow) => suggested === chosen;

function sum<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

function latencyOf(rows: readonly LatencyRow[]): QualityReport['latency'] {
  const n = sum(rows, ({ number }) => number);
  // The smallest time that a share of the requests did not exceed.
  const percentile = (share: number) => {
    let left = share * n;
    return rows.find(({ number }) => (left -= number) <= 0)?.ms ?? null;
  };
  return n < CASES_MIN ? { n, p50: null, p95: null } : { n, p50: percentile(0.5), p95: percentile(0.95) };
}

function measure<T extends { readonly number: number }>(rows: readonly T[], right: (row: T) => boolean): Measured {
  return measured(
    sum(rows.filter(right), ({ number }) => number),
    sum(rows, ({ number }) => number),
  );
}

function compare(provider: Provider, blind: readonly BlindRow[]): QualityReport['comparison'] {
  const both = blind.filter(({ other }) => other !== null);
  const ofOther = measure(both, ({ other, chosen }) => other === chosen);
  const onlyOne = sum(
    both.filter((row) => isRight(row) && row.other !== row.chosen),
    ({ number }) => number,
  );
  const onlyOther = sum(
    both.filter((row) => !isRight(row) && row.other === row.chosen),
    ({ number }) => number,
  );
  return {
    provider: provider === 'gemini' ? 'local' : 'gemini',
    ...ofOther,
    p: ofOther.n < CASES_MIN ? null : mcNemar(onlyOne, onlyOther),
  };
}

function confusionOf(blind: readonly BlindRow[]): QualityReport['confusion'] {
  const cells = new Map<string, { suggested: string; chosen: string; n: number }>();
  for (const { suggested, chosen, number } of blind) {
    if (suggested === null) continue;
    const cell = cells.get(`${suggested} ${chosen}`) ?? { suggested, chosen, n: 0 };
    cell.n += number;
    cells.set(`${suggested} ${chosen}`, cell);
  }
  return [...cells.values()];
}

function calibrationOf(rows: readonly CalibrationRow[]): Pick<QualityReport, 'calibration' | 'ece'> {
  const all = sum(rows, ({ number }) => number);
  const error = sum(rows, ({ number, right, confidence }) => Math.abs(right - confidence * number));
  return {
    calibration: rows
      .toSorted((one, other) => one.bin - other.bin)
      .map(({ bin, number, right, confidence }) => ({ ...measured(right, number), from: bin / 10, confidence })),
    ece: all < CASES_MIN ? null : error / all,
  };
}

function grouped<K extends 'team_id' | 'surface' | 'week'>(
  blind: readonly BlindRow[],
  key: K,
): (Measured & Pick<BlindRow, K>)[] {
  return [...Map.groupBy(blind, (row) => row[key])].map(([value, rows]) => ({
    ...({ [key]: value } as Pick<BlindRow, K>),
    ...measure(rows, isRight),
  }));
}

function fallbacksOf(outcomes: readonly RecordedRow[]): QualityReport['fallbacks'] {
  const failed = outcomes.filter(({ outcome }) => outcome !== 'answered');
  return [...Map.groupBy(failed, ({ outcome }) => outcome)]
    .map(([reason, rows]) => ({ reason, n: sum(rows, ({ number }) => number) }))
    .toSorted((one, other) => other.n - one.n);
}
