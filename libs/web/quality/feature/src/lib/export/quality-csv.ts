import { toCsvCell, withoutFormula } from '@docket/domain/csv';
import type { Measured, Quality } from '@docket/web/quality/data';
import { FALLBACK_TEXTS } from '../fallbacks/fallback-texts';
import { providerName } from '../texts/comparisons';
import { modelName } from '../weeks/change-text';

type Cell = string | number | null;

const HEAD = ['figure', 'of', 'n', 'right', 'share', 'low', 'high', 'value'];

/**
 * All figures of a report as CSV (RFC 4180). Shares have their number of cases; they are between 0 and 1, `low` and `high` are the
 * interval of 95 %, and all three are empty for too few cases. Other figures are in `value`.
 */
export function toQualityCsv(report: Quality, teamNames: ReadonlyMap<number, string>): string {
  const { comparison, critical, latency, cost, texts } = report;
  const measured = (figure: string, of: string, { n, right, share, interval }: Measured): Cell[] => {
    const isEnough = share !== null; // fewer cases give no figure here either
    return [figure, of, n, isEnough ? right : null, share, ...(interval ?? [])];
  };
  const counted = (figure: string, of: string, n: number): Cell[] => [figure, of, n];
  const valued = (figure: string, of: string, value: number | null): Cell[] => [
    figure,
    of,
    null,
    null,
    null,
    null,
    null,
    value,
  ];
  const timed = (of: string, ms: number | null): Cell[] => [
    'answer time, ms',
    of,
    latency.n,
    null,
    null,
    null,
    null,
    ms,
  ];
  const rows: Cell[][] = [
    HEAD,
    valued('days', `${report.from} to ${report.to}`, null),
    counted('suggestions', `${providerName(report.provider)}, ${report.field}`, report.recorded),
    counted('not recorded', '', report.dropped),
    measured('blind accuracy', '', report.blind),
    measured('accepted as shown', '', report.acceptance),
    measured('same tickets', providerName(comparison.provider), comparison),
    valued('p of the difference', providerName(comparison.provider), comparison.p),
    measured('critical tickets found', '', critical.recall),
    measured('called critical, and were', '', critical.precision),
    ...report.confusion.map(({ chosen, suggested, n }) => counted('chosen, suggested', `${chosen}, ${suggested}`, n)),
    ...report.calibration.map((bin) => measured('sure', bin.confidence.toFixed(3), bin)),
    ...report.teams.map((team) =>
      measured('team', team.team_id === null ? 'none' : (teamNames.get(team.team_id) ?? `${team.team_id}`), team),
    ),
    ...report.surfaces.map((surface) => measured('way in', surface.surface, surface)),
    ...report.weeks.map((week) => measured('week', week.week, week)),
    ...report.drift.map(({ week, n, psi }): Cell[] => ['PSI of all tickets', week, n, null, null, null, null, psi]),
    ...report.changes.map((change) => valued('change', `${change.day} ${modelName(change, report.provider)}`, null)),
    ...report.fallbacks.map(({ reason, n }) => counted('fell back', FALLBACK_TEXTS[reason], n)),
    timed('half', latency.p50),
    timed('95 %', latency.p95),
    valued('priced calls', '', cost.priced_calls),
    valued('calls of unknown cost', '', cost.unpriced_calls),
    valued('cost, millionths', '', cost.priced_calls > 0 ? cost.micros : null),
    counted('texts asked for', '', texts.asked),
    counted('texts refused', '', texts.refused),
    counted('summaries', '', texts.summaries),
    measured('drafts sent', '', texts.sent),
    counted('sent drafts with known edits', '', texts.edits.n),
    valued('words changed, half', '', texts.edits.median),
    valued('priced calls', 'texts', texts.cost.priced_calls),
    valued('calls of unknown cost', 'texts', texts.cost.unpriced_calls),
    valued('cost, millionths', 'texts', texts.cost.priced_calls > 0 ? texts.cost.micros : null),
  ];
  return rows.map((row) => HEAD.map((_, index) => toCell(row[index] ?? null)).join(',') + '\r\n').join('');
}

/** A text that a spreadsheet would run as a formula begins with an apostrophe. */
function toCell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : `${value}`;
  return toCsvCell(withoutFormula(value));
}
