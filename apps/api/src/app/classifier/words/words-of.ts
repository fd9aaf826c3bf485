/** A word of a text. */
export interface Word {
  /** In lower case and without accents, because people write `facturacion` for `facturación`. */
  readonly folded: string;
  /** Its place in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** The words of a text, up to a number. A word is a sequence of letters and digits. */
export function wordsOf(text: string, limit: number): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (words.length === limit) break;
    words.push({ folded: fold(word), start: index, end: index + word.length });
  }
  return words;
}

const ASCII = /^[\x00-\x7f]*$/;

/** A word as {@link Word.folded} has it. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase(); // most words, and normalizing takes longer
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
