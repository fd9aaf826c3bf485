import { type ComparedWords, comparedWords } from './compared-words';
import type { WordCounts } from './word-counts';

/** A ticket to compare. */
export interface Comparable {
  readonly id: number;
  /** Folded title and description. */
  readonly text: string;
  /** Whether the same person asked for help within SAME_DAYS. */
  readonly isOfSameDays: boolean;
}

/** A similar ticket with its score. */
export interface Similarity<T> {
  readonly ticket: T;
  /** The cosine similarity of both texts, 0 to 1, rounded to two decimals. */
  readonly score: number;
  /** The shared words with the highest weights. */
  readonly sharedWords: readonly string[];
}

/** Minimum score of a similar ticket. */
const MIN_SCORE = 0.5;
/** Minimum score if the same person filed the ticket a few days before: people describe a problem in new words. */
const MIN_SCORE_OF_SAME_DAYS = 0.25;
/** Minimum number of shared words. A single one, such as the name of a product, does not make tickets similar. */
const MIN_SHARED = 2;
/** Maximum number of similar tickets. */
const MAX_SIMILAR = 5;
/** Maximum number of shared words in a result. */
const MAX_EXPLAINED = 5;

/**
 * Ranks tickets by the cosine similarity of their weighted words (TF-IDF). Tickets of the same person and days come first. Of equally
 * similar tickets, the newest comes first.
 */
export function rankSimilar<T extends Comparable>(
  words: ComparedWords,
  tickets: readonly T[],
  counts: WordCounts,
): Similarity<T>[] {
  const weights = weightsOf(words, counts);
  return tickets
    .map((ticket) => compare(ticket, words, weights, counts))
    .filter(
      ({ ticket, score, sharedWords }) =>
        sharedWords.length >= MIN_SHARED && score >= (ticket.isOfSameDays ? MIN_SCORE_OF_SAME_DAYS : MIN_SCORE),
    )
    .sort(
      (one, other) =>
        Number(other.ticket.isOfSameDays) - Number(one.ticket.isOfSameDays) ||
        other.score - one.score ||
        other.ticket.id - one.ticket.id,
    )
    .slice(0, MAX_SIMILAR);
}

function compare<T extends Comparable>(
  ticket: T,
  words: ComparedWords,
  weights: ReadonlyMap<string, number>,
  counts: WordCounts,
): Similarity<T> {
  const others = weightsOf(comparedWords(ticket.text), counts);
  const shared = [...weights]
    .map(([stem, weight]) => ({ stem, product: weight * (others.get(stem) ?? 0) }))
    .filter(({ product }) => product > 0)
    .sort((one, other) => other.product - one.product || (one.stem < other.stem ? -1 : 1));
  const lengths = lengthOf(weights) * lengthOf(others);
  const product = shared.reduce((sum, each) => sum + each.product, 0);
  return {
    ticket,
    score: lengths === 0 ? 0 : Math.min(1, Math.round((product / lengths) * 100) / 100),
    sharedWords: shared.slice(0, MAX_EXPLAINED).map(({ stem }) => words.get(stem)?.written ?? stem),
  };
}

/** The weight of each word: its dampened frequency in the text times its inverse document frequency. */
function weightsOf(words: ComparedWords, counts: WordCounts): ReadonlyMap<string, number> {
  return new Map([...words].map(([stem, { times }]) => [stem, (1 + Math.log(times)) * counts.weightOf(stem)]));
}

function lengthOf(weights: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return Math.sqrt(squares);
}
