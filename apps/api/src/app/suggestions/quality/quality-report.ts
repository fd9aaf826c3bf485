import { mcNemar } from '../../platform/statistics/proportions';
import { type MixRow, type WeekDrift, driftOf } from './drift-report';
import { CASES_MIN, type Measured, measured } from './measured';
import type { BlindRow, CalibrationRow, LatencyRow, OutcomeRow } from './quality-queries';
import type { Field, Provider, QualityRange } from './quality-range';
import { type TextsReport, type TextsRow, toTextsReport } from './texts-report';

/** What the queries of one snapshot found. */
export interface QualityRows {
  readonly outcomes: readonly OutcomeRow[];
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

/** Another model, another version of its instructions, or both. */
export interface PromptChange {
  /** The first day, YYYY-MM-DD. */
  readonly day: string;
  readonly model: string;
  readonly prompt_version: number;
  readonly model_before: string;
  readonly prompt_version_before: number;
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
  /** The first days of models and prompts, except of the first one. */
  readonly changes: readonly PromptChange[];
  readonly fallbacks: readonly { readonly reason: string; readonly n: number }[];
  /** Milliseconds, rounded down to tens; null without a call. */
  readonly latency: { readonly p50: number | null; readonly p95: number | null };
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
    changes: changesOf(outcomes),
    fallbacks: fallbacksOf(outcomes),
    latency: { p50: percentile(rows.latency, 0.5), p95: percentile(rows.latency, 0.95) },
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

/** The smallest time that a share of the requests did not exceed. */
function percentile(rows: readonly LatencyRow[], share: number): number | null {
  let left = share * sum(rows, ({ number }) => number);
  return rows.find(({ number }) => (left -= number) <= 0)?.ms ?? null;
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

function changesOf(outcomes: readonly RecordedRow[]): PromptChange[] {
  const uses = new Map<string, { firstAt: string; model: string; prompt_version: number }>();
  for (const { model, prompt_version, first_at: firstAt } of outcomes) {
    if (model === null || prompt_version === null) continue;
    const key = `${model} ${prompt_version}`;
    const known = uses.get(key);
    if (!known || firstAt < known.firstAt) uses.set(key, { firstAt, model, prompt_version });
  }
  const all = [...uses.values()].toSorted((one, other) => (one.firstAt < other.firstAt ? -1 : 1));
  return all.flatMap(({ firstAt, model, prompt_version }, index) => {
    const before = all[index - 1];
    if (!before) return [];
    const day = firstAt.slice(0, 'YYYY-MM-DD'.length);
    return { day, model, prompt_version, model_before: before.model, prompt_version_before: before.prompt_version };
  });
}

function fallbacksOf(outcomes: readonly RecordedRow[]): QualityReport['fallbacks'] {
  const failed = outcomes.filter(({ outcome }) => outcome !== 'answered');
  return [...Map.groupBy(failed, ({ outcome }) => outcome)]
    .map(([reason, rows]) => ({ reason, n: sum(rows, ({ number }) => number) }))
    .toSorted((one, other) => other.n - one.n);
}
