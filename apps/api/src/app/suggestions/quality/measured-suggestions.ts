import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { QualityRange } from './quality-range';

/** The columns of a provider's suggestion, and when it is the one that people see. */
const COLUMNS = {
  gemini: {
    category: 's.category',
    priority: 's.priority',
    isUsed: `s.outcome = 'answered'`,
    other: { category: 's.local_category', priority: 's.local_priority' },
    model: 's.model',
    version: 's.prompt_version',
  },
  local: {
    category: 's.local_category',
    priority: 's.local_priority',
    isUsed: `s.outcome <> 'answered'`,
    other: { category: 's.category', priority: 's.priority' },
    model: 's.local_model',
    version: 's.local_version',
  },
} as const;

/**
 * SQL of the decided suggestions of the trained model, in rows of the ledger that are named `s`. Leaves out what people saw: they lean
 * towards it.
 */
export const LEARNED_UNSEEN = `
  s.local_confidence IS NOT NULL AND s.chosen_at IS NOT NULL AND (s.is_blind OR s.shown_at IS NULL OR s.outcome = 'answered')`;

/** SQL of the tenth of the confidence of such a suggestion: from 0, below 0.1, to 9. */
export const CONFIDENCE_TENTH = 'least(floor(s.local_confidence * 10), 9)::int';

/**
 * SQL of the requests that the service has charged for, or may have. Of a call that timed out, and of an answer without numbers of
 * tokens, it did not say what it charges. A late answer left no number of attempts.
 */
const CHARGED_CALL = `
  NOT s.is_cached AND (s.prompt_tokens IS NOT NULL OR s.outcome IN ('answered', 'timeout') AND s.attempts IS DISTINCT FROM 0)`;

/** SQL of the requests that waited for the language model, and of these calls by whether their cost is known. */
export const CALLS = {
  waited: 's.model IS NOT NULL AND NOT s.is_cached',
  priced: `${CHARGED_CALL} AND s.cost_micros IS NOT NULL`,
  unpriced: `${CHARGED_CALL} AND s.cost_micros IS NULL`,
} as const;

/** SQL of the suggestions of a provider for a field, in rows of the ledger that are named `s`. */
export interface MeasuredColumns {
  readonly suggested: string;
  /** What the other provider suggested for the same ticket. */
  readonly other: string;
  readonly chosen: string;
  readonly final: string;
  /** The provider's model, and the version of its instructions or of itself. */
  readonly model: string;
  readonly version: string;
  /** The provider's suggestion of a priority, whichever field is measured. */
  readonly priority: string;
  /** Whether the person chose while suggestions were hidden, even if this provider had none. */
  readonly isAlone: string;
  /** Whether the person chose without seeing the suggestion. */
  readonly isBlind: string;
  /** The same, and the other provider suggested something too. */
  readonly isCompared: string;
  /** Whether the person saw the suggestion before the choice. */
  readonly isShown: string;
}

export function measuredColumns({ provider, field }: Pick<QualityRange, 'provider' | 'field'>): MeasuredColumns {
  const { isUsed, other, priority, model, version, [field]: suggested } = COLUMNS[provider];
  const isAlone = 's.is_blind AND s.chosen_at IS NOT NULL';
  const isBlind = `${isAlone} AND ${suggested} IS NOT NULL`;
  return {
    suggested,
    other: other[field],
    chosen: `s.chosen_${field}`,
    final: `s.final_${field}`,
    model,
    version,
    priority,
    isAlone,
    isBlind,
    isCompared: `${isBlind} AND ${other[field]} IS NOT NULL`,
    isShown: `s.shown_at IS NOT NULL AND NOT s.is_blind AND s.chosen_at IS NOT NULL AND ${isUsed} AND ${suggested} IS NOT NULL`,
  };
}

/** The days and the team of a range. Without the last day, it has no end. */
type Bounds = Pick<QualityRange, 'from' | 'teamId'> & { readonly to?: string };

/** The rows of the range in the ledger, as `s`. Days begin at midnight in UTC. */
export function inRange(manager: EntityManager, { from, to, teamId }: Bounds): SelectQueryBuilder<ObjectLiteral> {
  const query = manager
    .createQueryBuilder()
    .from('suggestions', 's')
    .where(`s.asked_at >= :from::date::timestamp AT TIME ZONE 'UTC'`, { from });
  if (to !== undefined) query.andWhere(`s.asked_at < (:to::date + 1)::timestamp AT TIME ZONE 'UTC'`, { to });
  if (teamId === null) query.andWhere('s.team_id IS NULL');
  return typeof teamId === 'number' ? query.andWhere('s.team_id = :teamId', { teamId }) : query;
}

/** The suggestions of the range that are recorded. */
export function recorded(manager: EntityManager, bounds: Bounds): SelectQueryBuilder<ObjectLiteral> {
  return inRange(manager, bounds).andWhere('s.outcome IS NOT NULL');
}

/** SQL of a time as text that sorts: RFC 3339 in UTC, with microseconds. */
export function timeOf(time: string): string {
  return `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
