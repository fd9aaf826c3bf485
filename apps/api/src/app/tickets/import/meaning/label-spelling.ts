import { withoutEntities } from '@docket/import-rows';

/** Characters without a width: marks of the direction of writing, joiners, soft hyphens. Between Persian letters they join words. */
const INVISIBLE = /[\p{Cf}\ufe0e\ufe0f\u20e3]/gu;
/** Signs of ordinals, which would become letters: "1º", "2ª". */
const ORDINAL_SIGNS = /[º°ª]/gu;

/** A text in plain signs and letters of half width, without entities and invisible characters: "Ｐ１：普通（中）", "&Eacute;lev&eacute;e". */
export function plainLabel(text: string): string {
  return withoutEntities(text)
    .replaceAll(ORDINAL_SIGNS, ' ')
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[、。]/gu, ',');
}

/** The words of a name in camel case, separated: "ticketClosed". Undefined for another text. */
export function camelWords(text: string): string | undefined {
  const words = text.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  return words.length > 1 && words.every((word) => /^\p{L}\p{Ll}+$/u.test(word)) ? words.join(' ') : undefined;
}

/** A text in Latin and in other letters, with a bar between them: a label and its translation. Undefined for another text. */
export function scriptParts(text: string): string | undefined {
  let parts = '';
  let wasLatin: boolean | undefined;
  for (const sign of text) {
    const isLatin = /\p{L}/u.test(sign) ? /\p{sc=Latin}/u.test(sign) : wasLatin;
    if (wasLatin !== undefined && isLatin !== wasLatin) parts += '|';
    parts += sign;
    wasLatin = isLatin;
  }
  return parts === text ? undefined : parts;
}
