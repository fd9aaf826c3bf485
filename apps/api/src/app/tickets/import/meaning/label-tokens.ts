import { foldWord } from '@docket/import-rows';
import { UNACCENTED } from './label-parts';

/** What French and Italian leave of an article: "En cours d'analyse". */
export const ELISION = /(?<!\p{L})(?:d|l|dell|all)['’]/giu;
const ORDINAL = /^\p{Nd}{1,2}(?:\s+|$)/u;

/** The words of a text, folded, with single spaces between them. */
export function spaced(word: string): string {
  return wordsOf(word.replaceAll(ELISION, 'de ')).join(' ');
}

/** A text without its number, which may be a key cap. */
export function withoutOrdinal(text: string): string {
  return text.replaceAll(/\p{M}/gu, '').trim().replace(ORDINAL, '');
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s-]+/).map((word) => {
    const folded = foldWord(word);
    const unaccented = UNACCENTED.get(folded);
    return unaccented !== undefined && withAccents(word) === folded ? unaccented : folded;
  });
}

/** A word without case, width and punctuation, but with its accents. */
function withAccents(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
