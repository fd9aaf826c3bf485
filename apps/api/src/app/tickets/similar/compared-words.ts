import { isStopWord } from './stop-words';

/** Maximum length of a text that is compared, in UTF-16 code units: enough for the request, without its logs. */
export const COMPARED_CHARACTERS = 4000;

/** Maximum number of distinct words of a text. Four thousand characters of ordinary text have fewer. */
const MAX_WORDS = 600;

/** Minimum length of a word. Shorter words carry little information, and the search index contains three letters in a row. */
const MIN_LETTERS = 3;

/**
 * Length of a stem: words with the same beginning count as one word, so that "payment" matches "payments" in any language that inflects at
 * the end. Truncation is a language-independent stemmer (McNamee and Mayfield 2004, "Character n-gram tokenization for European language
 * text retrieval").
 */
const STEM_LETTERS = 6;

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts without spaces between words, and Korean, which joins particles and two-letter words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hang}]/u;

/** A word of a text. */
interface ComparedWord {
  /** The first form of the word in the text, folded. */
  readonly written: string;
  /** Number of occurrences in the text. */
  readonly times: number;
}

/** The words of a text, by stem. */
export type ComparedWords = ReadonlyMap<string, ComparedWord>;

/** The significant words of a folded text. In scripts without spaces, each pair of adjacent characters counts as a word. */
export function comparedWords(folded: string): ComparedWords {
  const words = new Map<string, ComparedWord>();
  for (const [run] of folded.slice(0, COMPARED_CHARACTERS).matchAll(WORDS)) {
    for (const [stem, written] of stemsOf(run)) {
      const known = words.get(stem);
      if (known) words.set(stem, { written: known.written, times: known.times + 1 });
      else if (words.size < MAX_WORDS) words.set(stem, { written, times: 1 });
    }
  }
  return words;
}

function stemsOf(run: string): readonly (readonly [stem: string, written: string])[] {
  const letters = [...run];
  if (UNSPACED.test(run)) {
    return letters.slice(1).map((letter, index) => [`${letters[index]}${letter}`, `${letters[index]}${letter}`]);
  }
  if (letters.length < MIN_LETTERS || isStopWord(run)) return [];
  return [[letters.slice(0, STEM_LETTERS).join(''), run]];
}
