/** A word of a text. */
export interface Word {
  /** In lower case and without accents, because people write `facturacion` for `facturación`. */
  readonly folded: string;
  /** Start in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The number of its sentence, or line, in the text. */
  readonly sentence: number;
}

/** Whether the text between two words ends a sentence. The dots of `www.example.com` do not. */
const isEndOfSentence = (gap: string) => gap.includes('\n') || (/[.!?;]/.test(gap) && /\s/.test(gap));

/** The words of a text, up to a number. A word is a sequence of letters and digits. */
export function wordsOf(text: string, limit: number): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (words.length === limit) break;
    if (isEndOfSentence(text.slice(end, index))) sentence++;
    end = index + word.length;
    words.push({ folded: fold(word), start: index, end, sentence });
  }
  return words;
}

const ASCII = /^[\x00-\x7f]*$/;

/** Converts a word to the form of {@link Word.folded}. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase(); // most words, and normalizing takes longer
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
