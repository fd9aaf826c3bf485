import { wordsOf } from '../words/words-of';

/** Number of buckets that the weights of hashed features share. A power of two. */
export const BUCKETS = 2 ** 18;

export const bucketOf = (feature: number) => feature & (BUCKETS - 1);

/** Maximum number of words of a text: a long ticket. */
const WORDS_MAX = 1000;

/**
 * The features of a text: the hash of each of its words and pairs of neighbouring words, and how often it occurs. Parallel arrays,
 * because a training keeps the features of 20,000 texts.
 */
export interface Features {
  readonly hashes: Uint32Array;
  readonly counts: Uint16Array;
}

export function featuresOf(text: string): Features {
  const counts = new Map<number, number>();
  const count = (state: number) => {
    const hash = mixed(state);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  };
  let previous: number | undefined;
  for (const { folded } of wordsOf(text.normalize('NFKC'), WORDS_MAX)) {
    const word = hashed(folded, OFFSET_BASIS);
    count(word);
    if (previous !== undefined) count(hashed(folded, hashed(' ', previous)));
    previous = word;
  }
  return { hashes: Uint32Array.from(counts.keys()), counts: Uint16Array.from(counts.values()) };
}

/** FNV-1a in 32 bits, over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/). */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** Continues the hash of a text by another text. */
function hashed(text: string, state: number): number {
  let value = state;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), PRIME);
  return value;
}

/** Finalizes a hash: the low bits of FNV-1a, which select the bucket, are too regular. */
function mixed(value: number): number {
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
}
