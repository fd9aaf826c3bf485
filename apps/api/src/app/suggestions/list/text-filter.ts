import type { TextsRange } from '../quality/measured-texts';

export const TEXT_KINDS = ['summary', 'draft'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/**
 * What became of a request. `written` and `refused` are all requests; of the written drafts, a reply began with the `sent` ones, and of the
 * `measured` ones the number of changed words is known.
 */
export const TEXT_RESULT_NAMES = ['written', 'refused', 'sent', 'measured'] as const;
export type TextResult = (typeof TEXT_RESULT_NAMES)[number];

/** Calls of a known and of an unknown cost: those in `texts.cost` of the quality report. */
export const TEXT_PRICINGS = ['priced', 'unpriced'] as const;
export type TextPricing = (typeof TEXT_PRICINGS)[number];

/** Restricts requests for summaries and drafts; an absent part restricts nothing. */
export interface TextFilter extends TextsRange {
  readonly kind?: TextKind;
  readonly result?: TextResult;
  readonly call?: TextPricing;
}
