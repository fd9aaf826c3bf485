import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { QualityRange } from './quality-range';

/** SQL of what became of a request for a text, in rows of the ledger that are named `t`. */
export const TEXT_RESULTS = {
  written: `t.outcome = 'written'`,
  refused: `t.outcome <> 'written'`,
  sent: 't.sent_at IS NOT NULL',
  /** A sent draft whose number of changed words is known. */
  measured: 't.edit_distance IS NOT NULL',
} as const;

/** A call that nobody waited for any more may have been charged: the service did not say how many tokens it had. */
const IS_CALL = `t.attempts > 0 AND (t.prompt_tokens IS NOT NULL OR t.outcome IN ('timeout', 'stopped'))`;

/** SQL of the calls that the service has charged for, or may have, by whether their cost is known. */
export const TEXT_CALLS = {
  priced: `${IS_CALL} AND t.cost_micros IS NOT NULL`,
  unpriced: `${IS_CALL} AND t.cost_micros IS NULL`,
} as const;

/** Only the days and the team matter: texts come from the language model, and have no field. */
export type TextsRange = Pick<QualityRange, 'from' | 'to' | 'teamId'>;

/** The rows of the range in the ledger of texts, as `t`. Days begin at midnight in UTC. Without the last day, it has no end. */
export function textsInRange(
  manager: EntityManager,
  { from, to, teamId }: Omit<TextsRange, 'to'> & { readonly to?: string },
): SelectQueryBuilder<ObjectLiteral> {
  const query = manager
    .createQueryBuilder()
    .from('written_texts', 't')
    .where(`t.asked_at >= :from::date::timestamp AT TIME ZONE 'UTC'`, { from });
  if (to !== undefined) query.andWhere(`t.asked_at < (:to::date + 1)::timestamp AT TIME ZONE 'UTC'`, { to });
  if (teamId === null) query.andWhere('t.team_id IS NULL');
  return typeof teamId === 'number' ? query.andWhere('t.team_id = :teamId', { teamId }) : query;
}
