import { withoutEntities } from '#import-rows/columns/entities';

const MARKS = /\p{M}/gu;
const NOT_LETTERS_OR_DIGITS = /[^\p{L}\p{N}]/gu;

/**
 * Folds the name of a column or a label, so that spellings of the same word are equal: ignores case, accents, width, spaces, punctuation
 * and HTML entities. Upper case first unifies "ß" with "ss". The Greek final "ς" becomes "σ", because without spaces it may stand inside
 * the name.
 */
export function foldWord(word: string): string {
  const text = withoutEntities(word).normalize('NFKD');
  return text.replace(MARKS, '').toUpperCase().toLowerCase().replace(NOT_LETTERS_OR_DIGITS, '').replaceAll('ς', 'σ');
}
