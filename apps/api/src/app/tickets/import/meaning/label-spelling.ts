import { withoutEntities } from '@docket/import-rows';

/** Zero-width characters: bidirectional marks, joiners, soft hyphens. In Persian, they join words. */
const INVISIBLE = /[\p{Cf}\ufe0e\ufe0f\u20e3]/gu;
/** Ordinal indicators, which folding would turn into letters: "1º", "2ª". */
const ORDINAL_SIGNS = /[º°ª]/gu;

/** Normalizes a label: half-width characters, decoded entities, no invisible characters: "Ｐ１：普通（中）", "&Eacute;lev&eacute;e". */
export function plainLabel(text: string): string {
  return withoutEntities(text)
    .replaceAll(ORDINAL_SIGNS, ' ')
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[、。]/gu, ',');
}

/** The words of a camel-case name, separated: "ticketClosed". Undefined for other texts. */
export function camelWords(text: string): string | undefined {
  const words = text.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  return words.length > 1 && words.every((word) => /^\p{L}\p{Ll}+$/u.test(word)) ? words.join(' ') : undefined;
}

/** A label in Latin letters and its translation in another script, separated by a bar. Undefined for other texts. */
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
