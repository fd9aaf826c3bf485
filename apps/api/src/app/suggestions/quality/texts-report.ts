import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { CASES_MIN, type Measured, measured } from './measured';
import type { QualityRange } from './quality-range';

/** Summaries and drafted replies of the language model, and what became of the drafts. */
export interface TextsReport {
  /** Those that were asked for, and those without a text: the model gave none, nobody waited for it, or its quotes were invented. */
  readonly asked: number;
  readonly refused: number;
  /** Written ones. */
  readonly summaries: number;
  readonly drafts: number;
  /** Of the drafts, those that a reply began with. */
  readonly sent: Measured;
  /** Half of the replies differ from their drafts by at most this number of words, as clients say; null for too few cases. */
  readonly edits: { readonly n: number; readonly median: number | null };
  readonly cost: { readonly micros: number; readonly priced_calls: number; readonly unpriced_calls: number };
}

/** What the query of a range finds. */
export interface TextsRow {
  readonly asked: number;
  readonly summaries: number;
  readonly drafts: number;
  readonly sent: number;
  readonly measured: number;
  /** Null without a measured reply. */
  readonly median: number | null;
  readonly calls: number;
  readonly priced_calls: number;
  readonly cost_micros: number;
}

/** A call that nobody waited for any more may have been charged: the service did not say how many tokens it had. */
const IS_CALL = `t.attempts > 0 AND (t.prompt_tokens IS NOT NULL OR t.outcome IN ('timeout', 'stopped'))`;
const IS_WRITTEN = `t.outcome = 'written'`;

/** One row with the counts of a range. Only its days and its team matter: texts come from the language model, and have no field. */
export function textsQuery(
  manager: EntityManager,
  { from, to, teamId }: QualityRange,
): SelectQueryBuilder<ObjectLiteral> {
  const count = (condition: string) => `(count(*) FILTER (WHERE ${condition}))::int`;
  const query = manager
    .createQueryBuilder()
    .select('count(*)::int', 'asked')
    .addSelect(count(`${IS_WRITTEN} AND t.kind = 'summary'`), 'summaries')
    .addSelect(count(`${IS_WRITTEN} AND t.kind = 'draft'`), 'drafts')
    .addSelect(count('t.sent_at IS NOT NULL'), 'sent')
    .addSelect(count('t.edit_distance IS NOT NULL'), 'measured')
    .addSelect('percentile_disc(0.5) WITHIN GROUP (ORDER BY t.edit_distance)', 'median')
    .addSelect(count(IS_CALL), 'calls')
    .addSelect(count(`${IS_CALL} AND t.cost_micros IS NOT NULL`), 'priced_calls')
    .addSelect('coalesce(sum(t.cost_micros), 0)::float8', 'cost_micros')
    .from('written_texts', 't')
    .where(`t.asked_at >= :from::date::timestamp AT TIME ZONE 'UTC'`, { from })
    .andWhere(`t.asked_at < (:to::date + 1)::timestamp AT TIME ZONE 'UTC'`, { to });
  if (teamId === null) query.andWhere('t.team_id IS NULL');
  return typeof teamId === 'number' ? query.andWhere('t.team_id = :teamId', { teamId }) : query;
}

export function toTextsReport(row: TextsRow): TextsReport {
  const { asked, summaries, drafts, sent, measured: n, median } = row;
  return {
    asked,
    refused: asked - summaries - drafts,
    summaries,
    drafts,
    sent: measured(sent, drafts),
    edits: { n, median: n < CASES_MIN ? null : median },
    cost: { micros: row.cost_micros, priced_calls: row.priced_calls, unpriced_calls: row.calls - row.priced_calls },
  };
}
