import { isStopWord } from './stop-words';

/** Characters of a ticket that are compared, in UTF-16 code units: what a long ticket says, without its logs. */
export const COMPARED_CHARACTERS = 4000;

/** Maximum number of different words of a text. Four thousand characters of ordinary words have fewer. */
const MAX_WORDS = 600;

/** Shorter words say little, and the search index contains three letters in a row. */
const MIN_LETTERS = 3;

/**
 * Words with the same beginning count as one word, so that "payment" is like "payments" in any language that inflects at the end.
 * Truncation is a stemmer without a language (McNamee and Mayfield 2004, "Character n-gram tokenization for European language text
 * retrieval").
 */
const STEM_LETTERS = 6;

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that write no spaces between words, and Korean, which writes particles and two-letter words in one. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hang}]/u;

/** A word of a text. */
interface ComparedWord {
  /** The word as the text has it first, folded. */
  readonly written: string;
  /** How often the text has it. */
  readonly times: number;
}

/** The words of a text by their stems. */
export type ComparedWords = ReadonlyMap<string, ComparedWord>;

/**
 * The words of a folded text that say what it is about. Of a script without spaces, each two signs in a row count as a word.
 */
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
