import type { Word } from '../words-of';

/** A word, the start of one, or two neighbouring words of a text, as the weights have them. */
export interface EvidenceFeature {
  readonly feature: string;
  /** The index of its first word in the text. */
  readonly start: number;
  /** Its number of words. */
  readonly length: number;
}

/** Words that are longer lose their ending, so that `crashes`, `crashed` and `crashing` count as one. */
const STEM_MIN = 4;
/** Words of more letters than this count by their first letters, too: `corrupted` and `corruption` have no ending in common. */
const PREFIXED_MIN = 6;
const PREFIX_LETTERS = 5;
const PREFIX_SIGN = '-';

/** What the words of a text are evidence of: each word, the start of each long one, and each pair in one sentence, once, however often it is repeated. */
export function evidenceFeatures(words: readonly Word[]): EvidenceFeature[] {
  const found = new Map<string, EvidenceFeature>();
  const add = (feature: string, start: number, length: number) => {
    if (!found.has(feature)) found.set(feature, { feature, start, length });
  };
  let previous = '';
  for (const [start, { folded, sentence }] of words.entries()) {
    const word = stemOf(folded);
    add(word, start, 1);
    if (word.length > PREFIXED_MIN) add(word.slice(0, PREFIX_LETTERS) + PREFIX_SIGN, start, 1);
    if (words[start - 1]?.sentence === sentence) add(`${previous} ${word}`, start - 1, 2);
    previous = word;
  }
  return [...found.values()];
}

/** Whether a feature is a whole word. */
export const isWholeWord = ({ feature, length }: EvidenceFeature) => length === 1 && !feature.endsWith(PREFIX_SIGN);

/** A word without its ending. Numbers count as small or large only. */
function stemOf(word: string): string {
  if (/^\d+$/.test(word)) return word.length > 1 ? '#' : '0';
  return word.length > STEM_MIN ? word.replace(/(?:ing|ed|es|s)$/, '') : word;
}

/**
 * How much each feature of a text counts. A long text has many, and says no more for it. Three makes the weights about as large as
 * those of the phrases.
 */
export const shareOf = (features: number) => 3 / Math.sqrt(Math.max(24, features));
