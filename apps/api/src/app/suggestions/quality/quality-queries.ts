import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import {
  CALLS,
  CONFIDENCE_TENTH,
  LEARNED_UNSEEN,
  inRange,
  measuredColumns,
  recorded,
  timeOf,
} from './measured-suggestions';
import type { QualityRange } from './quality-range';

/** All suggestions with one outcome, by the model of the measured provider and its version. */
export interface OutcomeRow {
  /** Null for choices whose answer is not recorded: the process that answered was killed, or is still writing. */
  readonly outcome: string | null;
  /** Null if the provider suggested nothing. */
  readonly model: string | null;
  readonly version: number | null;
  readonly first_at: string;
  readonly last_at: string;
  readonly number: number;
  readonly shown: number;
  readonly accepted: number;
  /** Paid calls of a known and of an unknown cost. */
  readonly priced_calls: number;
  readonly unpriced_calls: number;
  /** Millionths of a unit of money. */
  readonly cost_micros: number;
}

/** Tickets that people filed alone, by what was suggested and what they chose. */
export interface BlindRow {
  readonly week: string;
  readonly team_id: number | null;
  readonly surface: string;
  readonly suggested: string | null;
  /** What the other provider suggested for the same ticket. */
  readonly other: string | null;
  readonly chosen: string;
  readonly suggested_critical: boolean;
  readonly chosen_critical: boolean;
  readonly number: number;
}

/** Suggestions with a confidence, by tenths of it. */
export interface CalibrationRow {
  /** From 0, below 0.1, to 9. */
  readonly bin: number;
  readonly number: number;
  readonly right: number;
  readonly confidence: number;
}

/** Requests that took from `ms` to 9 ms more. */
export interface LatencyRow {
  readonly ms: number;
  readonly number: number;
}

export function outcomesQuery(manager: EntityManager, range: QualityRange): SelectQueryBuilder<ObjectLiteral> {
  const { suggested, chosen, isShown, model, version } = measuredColumns(range);
  return inRange(manager, range)
    .select(['s.outcome AS outcome', `${model} AS model`, `${version} AS version`])
    .addSelect(timeOf('min(s.asked_at)'), 'first_at')
    .addSelect(timeOf('max(s.asked_at)'), 'last_at')
    .addSelect('count(*)::int', 'number')
    .addSelect(`(count(*) FILTER (WHERE ${isShown}))::int`, 'shown')
    .addSelect(`(count(*) FILTER (WHERE ${isShown} AND ${suggested} = ${chosen}))::int`, 'accepted')
    .addSelect(`(count(*) FILTER (WHERE ${CALLS.priced}))::int`, 'priced_calls')
    .addSelect(`(count(*) FILTER (WHERE ${CALLS.unpriced}))::int`, 'unpriced_calls')
    .addSelect('coalesce(sum(s.cost_micros), 0)::float8', 'cost_micros')
    .groupBy(`s.outcome, ${model}, ${version}`);
}

export function blindQuery(manager: EntityManager, range: QualityRange): SelectQueryBuilder<ObjectLiteral> {
  const { suggested, other, chosen, priority, isAlone } = measuredColumns(range);
  return recorded(manager, range)
    .select(`to_char(date_trunc('week', s.asked_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD')`, 'week')
    .addSelect(['s.team_id AS team_id', 's.surface AS surface'])
    .addSelect([`${suggested} AS suggested`, `${other} AS other`, `${chosen} AS chosen`])
    .addSelect(`coalesce(${priority} = 'critical', false)`, 'suggested_critical')
    .addSelect(`s.chosen_priority = 'critical'`, 'chosen_critical')
    .addSelect('count(*)::int', 'number')
    .andWhere(isAlone)
    .groupBy('1, 2, 3, 4, 5, 6, 7, 8');
}

/** Only the trained model says how sure it is. */
export function calibrationQuery(manager: EntityManager, range: QualityRange): SelectQueryBuilder<ObjectLiteral> {
  return recorded(manager, range)
    .select(CONFIDENCE_TENTH, 'bin')
    .addSelect('count(*)::int', 'number')
    .addSelect('(count(*) FILTER (WHERE s.local_category = s.chosen_category))::int', 'right')
    .addSelect('avg(s.local_confidence)::float8', 'confidence')
    .andWhere(LEARNED_UNSEEN)
    .groupBy('1');
}

/** Of the requests that waited for the model. By tens of milliseconds: to sort all of them takes seconds. */
export function latencyQuery(manager: EntityManager, range: QualityRange): SelectQueryBuilder<ObjectLiteral> {
  return recorded(manager, range)
    .select('s.latency_ms / 10 * 10', 'ms')
    .addSelect('count(*)::int', 'number')
    .andWhere(CALLS.waited)
    .groupBy('1')
    .orderBy('1');
}

export function lossesQuery(manager: EntityManager, { from, to }: QualityRange): SelectQueryBuilder<ObjectLiteral> {
  return manager
    .createQueryBuilder()
    .select('coalesce(sum(loss.number), 0)::int', 'number')
    .from('suggestion_losses', 'loss')
    .where('loss.day BETWEEN :from AND :to', { from, to });
}

/** What calls of this month cost, by UTC: the sum that the budget compares (SharedBudget). */
export function spentQuery(manager: EntityManager): SelectQueryBuilder<ObjectLiteral> {
  return manager
    .createQueryBuilder()
    .select('coalesce(sum(spend.cost_micros), 0)::float8', 'micros')
    .from('model_spend', 'spend')
    .where(`spend.day >= date_trunc('month', now() AT TIME ZONE 'UTC')::date`);
}
