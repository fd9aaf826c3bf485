import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { populationStability } from '../../platform/statistics/population-stability';
import { measuredColumns, recorded } from './measured-suggestions';
import type { QualityRange } from './quality-range';

/** How far the tickets of a week are from those of the weeks before it. */
export interface WeekDrift {
  /** The Monday, in UTC. */
  readonly week: string;
  /** Filed tickets. */
  readonly n: number;
  /** The population stability index of what people chose; null for too few tickets in the week, or before it. */
  readonly psi: number | null;
}

/** Tickets of a week that were filed with one value. */
export interface MixRow {
  readonly week: string;
  readonly chosen: string;
  readonly number: number;
}

/** Fewer tickets give no figure: with 200 on both sides, chance alone reaches 0.1 in about one of 50 weeks. */
const DRIFT_CASES_MIN = 200;

/**
 * Keeps PostgreSQL from looking into the subquery. Otherwise it expects as many weeks as there are times, and sorts all rows on disk to
 * count a hundred groups: of 400 days, three times as long.
 */
const FEW_WEEKS = 'OFFSET 0';

/**
 * What people chose, whoever suggested: another model or prompt is no change of the tickets. People lean towards what they see, so part
 * of a change may be that of the suggestions.
 */
export function mixQuery(manager: EntityManager, range: QualityRange): SelectQueryBuilder<ObjectLiteral> {
  const filed = recorded(manager, range)
    .select(`date_trunc('week', s.asked_at AT TIME ZONE 'UTC')`, 'week')
    .addSelect(measuredColumns(range).chosen, 'chosen')
    .andWhere('s.chosen_at IS NOT NULL');
  return manager
    .createQueryBuilder()
    .select(`to_char(filed.week, 'YYYY-MM-DD')`, 'week')
    .addSelect('filed.chosen', 'chosen')
    .addSelect('count(*)::int', 'number')
    .from(`(${filed.getQuery()} ${FEW_WEEKS})`, 'filed')
    .setParameters(filed.getParameters())
    .groupBy('filed.week, filed.chosen')
    .orderBy('filed.week');
}

/** Compares each week with all weeks before it in the range. */
export function driftOf(rows: readonly MixRow[]): WeekDrift[] {
  const values = [...new Set(rows.map(({ chosen }) => chosen))];
  const before = values.map(() => 0);
  return [...Map.groupBy(rows, ({ week }) => week)].map(([week, ofWeek]) => {
    const now = values.map((value) => ofWeek.find(({ chosen }) => chosen === value)?.number ?? 0);
    const n = total(now);
    const isEnough = n >= DRIFT_CASES_MIN && total(before) >= DRIFT_CASES_MIN;
    const psi = isEnough ? populationStability(before, now) : null;
    for (const [index, count] of now.entries()) before[index] = (before[index] ?? 0) + count;
    return { week, n, psi };
  });
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
