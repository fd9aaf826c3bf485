import { wordsOf } from '../words/words-of';

/** Number of buckets that the weights of hashed features share. A power of two. */
export const BUCKETS = 2 ** 18;

export const bucketOf = (feature: number) => feature & (BUCKETS - 1);

/** Maximum number of words of a text: those of a long ticket. */
const WORDS_MAX = 1000;

/** The features of a text: how often each of its words and pairs of neighbouring words occurs, by the hash of the feature. */
export type Features = ReadonlyMap<number, number>;

export function featuresOf(text: string): Features {
  const counts = new Map<number, number>();
  const count = (feature: string) => {
    const key = hash(feature);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  let previous: string | undefined;
  for (const { folded } of wordsOf(text.normalize('NFKC'), WORDS_MAX)) {
    count(folded);
    if (previous !== undefined) count(`${previous} ${folded}`);
    previous = folded;
  }
  return counts;
}

/** FNV-1a over UTF-16 code units, in 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), with a final mix of the bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}
