import { withoutEntities } from '#import-rows/columns/entities';

const MARKS = /\p{M}/gu;
const NOT_LETTERS_OR_DIGITS = /[^\p{L}\p{N}]/gu;

/**
 * Folds the name of a column or a label, so that spellings of the same word are equal: without case, accents, width, spaces,
 * punctuation and the entities of HTML. Upper case first unifies "ß" with "ss". The Greek letter "σ" is "ς" at the end of a word, and may
 * stand inside the spelling without spaces.
 */
export function foldWord(word: string): string {
  const text = withoutEntities(word).normalize('NFKD');
  return text.replace(MARKS, '').toUpperCase().toLowerCase().replace(NOT_LETTERS_OR_DIGITS, '').replaceAll('ς', 'σ');
}
