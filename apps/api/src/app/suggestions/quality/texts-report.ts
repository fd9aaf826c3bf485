import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { CASES_MIN, type Measured, measured } from './measured';
import { TEXT_CALLS, TEXT_RESULTS, type TextsRange, textsInRange } from './measured-texts';

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
  readonly priced_calls: number;
  readonly unpriced_calls: number;
  readonly cost_micros: number;
}

/** One row with the counts of a range. */
export function textsQuery(manager: EntityManager, range: TextsRange): SelectQueryBuilder<ObjectLiteral> {
  const count = (condition: string) => `(count(*) FILTER (WHERE ${condition}))::int`;
  return textsInRange(manager, range)
    .select('count(*)::int', 'asked')
    .addSelect(count(`${TEXT_RESULTS.written} AND t.kind = 'summary'`), 'summaries')
    .addSelect(count(`${TEXT_RESULTS.written} AND t.kind = 'draft'`), 'drafts')
    .addSelect(count(TEXT_RESULTS.sent), 'sent')
    .addSelect(count(TEXT_RESULTS.measured), 'measured')
    .addSelect('percentile_disc(0.5) WITHIN GROUP (ORDER BY t.edit_distance)', 'median')
    .addSelect(count(TEXT_CALLS.priced), 'priced_calls')
    .addSelect(count(TEXT_CALLS.unpriced), 'unpriced_calls')
    .addSelect('coalesce(sum(t.cost_micros), 0)::float8', 'cost_micros');
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
    cost: { micros: row.cost_micros, priced_calls: row.priced_calls, unpriced_calls: row.unpriced_calls },
  };
}
