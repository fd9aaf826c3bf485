import { toModelText } from '../privacy/model-text';
import type { LabelledText } from '../words/evidence/fit-evidence';

/** A sentence of the golden files that is critical or not. */
export interface UrgencySentence {
  readonly id: string;
  readonly title?: string;
  readonly description: string;
  /** What it says: `ordinary`, or what makes it critical. The tickets of `critical.jsonl` and `ordinary.jsonl` need none. */
  readonly kind?: string;
  readonly half?: 'seen' | 'held-out';
  /** Who wrote it when, in the order of writing (README of the golden files). */
  readonly set?: string;
}

/** The sets of `urgency.jsonl` that the weights are fitted to. Of sets h, q and r, only the counts have been looked at. */
export const FITTED_SETS: readonly string[] = [...'abcdefgijklmnopstuv'];

export const readSentences = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as UrgencySentence);

const labelled = (sentence: UrgencySentence, isCritical: boolean): LabelledText => ({
  text: toModelText(sentence),
  isCritical,
});

/**
 * What the weights are fitted to: everything but what measures them, which is the half that is held out, the last set, and the golden
 * tickets.
 * @param read returns the text of a file in the folder of the golden tickets
 */
export function fittedTexts(read: (name: string) => string, sets = FITTED_SETS): LabelledText[] {
  return [
    ...readSentences(read('sentences.jsonl'))
      .filter(({ half }) => half === 'seen')
      .map((each) => labelled(each, each.kind !== 'ordinary')),
    ...readSentences(read('critical.jsonl')).map((each) => labelled(each, true)),
    ...readSentences(read('ordinary.jsonl')).map((each) => labelled(each, false)),
    ...readSentences(read('urgency.jsonl'))
      .filter(({ set }) => sets.includes(set ?? ''))
      .map((each) => labelled(each, each.kind !== 'ordinary')),
  ];
}
