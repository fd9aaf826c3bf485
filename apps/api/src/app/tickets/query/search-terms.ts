import { ID_MAX } from '@docket/domain';

// All functions take folded text: the database function `ticket_folded_text` has lower-cased and normalized it.

/**
 * Splits a search into texts that must all occur: its words, and its "quoted phrases" without the quotation marks. A quotation mark opens a
 * phrase only at the beginning of a word and if another one closes it. Otherwise it is a plain character.
 */
export function searchTerms(search: string): string[] {
  const terms = [...search.matchAll(/"([^"]*)"|(\S+)/g)].map(([, phrase, word]) => phrase ?? word ?? '');
  return [...new Set(terms.filter((term) => term.trim() !== ''))];
}

/** A ticket number with what people write around it: `# 4711`, `#4711:`, `No. 4711`, `ticket #4711`. Folding turns `№` into `no`. */
const NUMBER = /^[([]?(?:tickets? ?[:-]? ?)?(?:# ?|(?:no|nr|number|n°|id) ?[.:]? ?)?(\d{1,10})[)\]]?[.,:;!?]?$/;

/** The URL of a ticket's page, as people paste it. */
const TICKET_PAGE = /\/tickets\/(\d{1,10})\/?(?:[?#].*)?$/;

/** The ticket number, if the search consists of one; undefined otherwise. */
export function ticketNumber(terms: readonly string[]): number | undefined {
  const text = terms.join(' ');
  const [, digits] = NUMBER.exec(text) ?? TICKET_PAGE.exec(text) ?? [];
  const number = Number(digits);
  return number >= 1 && number <= ID_MAX ? number : undefined;
}

/** A LIKE pattern that finds a text anywhere. The text's own wildcards are escaped. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Runs of letters and digits. The trigram index contains every three characters of a run. */
const WORDS = /[\p{L}\p{M}\p{N}]{1,16}/gu;

/** Maximum number of words to look up. More words hardly narrow a search further. */
const MAX_WORDS = 8;

/**
 * The words to look up for a long search, because the trigram index merges several lists for each word. Undefined for a search that is
 * short enough to be looked up completely.
 */
export function longestWords(terms: readonly string[]): string[] | undefined {
  const words = new Set(terms.flatMap((term) => term.match(WORDS) ?? []));
  if (words.size <= MAX_WORDS) return undefined;
  return [...words].sort((one, other) => other.length - one.length).slice(0, MAX_WORDS);
}

/** Three letters or digits in a row, or two at the beginning or end of a word: the trigram index contains both. */
const INDEXED = /[\p{L}\p{N}]{3}|[a-z0-9]{2}[^\p{L}\p{N}]|[^\p{L}\p{N}][a-z0-9]{2}/u;

/** Whether the trigram index narrows a search. */
export function hasIndexedWord(terms: readonly string[]): boolean {
  return terms.some((term) => INDEXED.test(term));
}

/** Everyday characters, which almost every text contains: punctuation, then letters and digits. The migration repeats the list. */
const SEPARATORS = ' \\n\\u001E.,';
const LETTERS = 'a-ik-pr-wy0-9';
const RARE = new RegExp(`[^${SEPARATORS}${LETTERS}]`, 'u');
const EVERYDAY_PAIR = new RegExp(`^[${LETTERS}]{2}$`);

/** Whether a search has a rare character. The search index contains each of them, and each pair with one. */
export function hasRareCharacter(terms: readonly string[]): boolean {
  return terms.some((term) => RARE.test(term));
}

/** Whether a search has a digit. The search index contains each digit of a text. */
export function hasDigit(terms: readonly string[]): boolean {
  return terms.some((term) => /\d/.test(term));
}

/** The first term that consists of two everyday letters or digits. */
export function everydayPair(terms: readonly string[]): string | undefined {
  return terms.find((term) => EVERYDAY_PAIR.test(term));
}

/**
 * A PostgreSQL regular expression for a pair with an everyday character before or after it. With a letter or digit, that is three in a row.
 * With another character, it is the beginning or end of a word. The trigram index contains both.
 */
export function pairWithNeighbour(pair: string): string {
  return `${pair}[${SEPARATORS}${LETTERS}]|[${SEPARATORS}${LETTERS}]${pair}`;
}
