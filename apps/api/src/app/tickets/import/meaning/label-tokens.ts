import { foldWord } from '@docket/import-rows';
import { UNACCENTED } from './label-parts';

/** Elided articles of French and Italian: "En cours d'analyse". */
export const ELISION = /(?<!\p{L})(?:d|l|dell|all)['’]/giu;
const ORDINAL = /^\p{Nd}{1,2}(?:\s+|$)/u;

/** The folded words of a text, separated by single spaces. */
export function spaced(word: string): string {
  return wordsOf(word.replaceAll(ELISION, 'de ')).join(' ');
}

/** A text without its leading number, which may be a keycap. */
export function withoutOrdinal(text: string): string {
  return text.replaceAll(/\p{M}/gu, '').trim().replace(ORDINAL, '');
}

/** The folded words of a text. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s-]+/).map((word) => {
    const folded = foldWord(word);
    const unaccented = UNACCENTED.get(folded);
    return unaccented !== undefined && withAccents(word) === folded ? unaccented : folded;
  });
}

/** Folds case, width and punctuation, but keeps accents. */
function withAccents(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
