import type { Word } from '../words-of';
import { type EvidenceFeature, evidenceFeatures, isWholeWord, shareOf } from './evidence-features';
import { BIAS, type EvidenceWeights } from './fit-evidence';
import { WEIGHTS } from './weights';

/** What all words of a text say together about an emergency. */
export interface Evidence {
  /** The log-odds that the text is critical, if half of all texts were. 0 means that both are equally likely. */
  readonly score: number;
  /** What says most for it. */
  readonly strongest: readonly EvidenceFeature[];
}

/** The number of different words below which they say too little together. */
const WORDS_MIN = 6;
/** The share of words without which the weights say nothing: those of another language. */
const KNOWN_SHARE_MIN = 0.5;
/** Maximum number of features that are named. */
const STRONGEST_MAX = 3;
/** Shorter words, as "and the", name nothing. */
const NAMED = /\p{L}{4}/u;

export const SHIPPED_WEIGHTS: EvidenceWeights = new Map(
  WEIGHTS.split(',').map((entry) => {
    const text = entry.trim();
    const end = text.lastIndexOf(' ');
    return [text.slice(0, end), Number(text.slice(end + 1))];
  }),
);

/**
 * Weighs the words; undefined if it knows too few of them.
 * @param counts whether a word of the text counts, by its index
 */
export function weighEvidence(
  words: readonly Word[],
  counts: (word: Word, index: number) => boolean = () => true,
  weights: EvidenceWeights = SHIPPED_WEIGHTS,
): Evidence | undefined {
  const isCounted = words.map(counts);
  const features = evidenceFeatures(words).filter(
    ({ start, length }) => isCounted[start] && isCounted[start + length - 1],
  );
  const known = features.flatMap((each) => {
    const weight = weights.get(each.feature);
    return weight === undefined ? [] : [{ ...each, weight }];
  });
  const all = features.filter(isWholeWord).length;
  if (all < WORDS_MIN || known.filter(isWholeWord).length < all * KNOWN_SHARE_MIN) return undefined;
  const sum = known.reduce((total, { weight }) => total + weight, 0);
  return {
    score: ((weights.get(BIAS) ?? 0) + sum * shareOf(features.length)) / 100,
    strongest: known
      .filter(({ weight, feature }) => weight > 0 && NAMED.test(feature))
      .toSorted((one, other) => other.weight - one.weight)
      .slice(0, STRONGEST_MAX),
  };
}
