/**
 * The texts that a search asks for, all of which have to occur: its words, and its "quoted phrases" without their quotes.
 * A quote opens a phrase at the beginning of a word only, and only if another one closes it; else it is a plain character.
 */
export function searchTerms(search: string): string[] {
  const terms = [...search.matchAll(/"([^"]*)"|(\S+)/g)].map(([, phrase, word]) => phrase ?? word ?? '');
  return [...new Set(terms.filter((term) => term.trim() !== ''))];
}

/** The pattern for LIKE that finds a text anywhere, with its wildcards as plain characters. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Letters and digits in a row, which the index of texts knows by every three of them. */
const WORDS = /[\p{L}\p{M}\p{N}]{1,16}/gu;

/** So many of the longest words narrow a search down as well as all of them, and are looked up sooner. */
const MOST_WORDS = 8;

/**
 * The words by which a long search is looked up in the index of texts, since each has several lists there to be merged;
 * `undefined` for a search that is short enough to be looked up as it is.
 */
export function longestWords(terms: readonly string[]): string[] | undefined {
  const words = new Set(terms.flatMap((term) => term.match(WORDS) ?? []));
  if (words.size <= MOST_WORDS) return undefined;
  return [...words].sort((one, other) => other.length - one.length).slice(0, MOST_WORDS);
}

/** Three letters or digits in a row; or two beside a sign or a space, which the index counts as the third. */
const INDEXED = /[\p{L}\p{N}]{3}|[a-z0-9]{2}[^\p{L}\p{N}]|[^\p{L}\p{N}][a-z0-9]{2}/iu;

/** Whether the index of texts narrows a search down. */
export function hasIndexedWord(terms: readonly string[]): boolean {
  return terms.some((term) => INDEXED.test(term));
}

/** What is in every text: first what is no letter or digit. The same as in the migration of the index of searches. */
const GAPS = ' \\n\\u001E.,';
const LETTERS = 'a-ik-pr-wy0-9';
const RARE = new RegExp(`[^${GAPS}${LETTERS}]`, 'u');
const EVERYDAY_PAIR = new RegExp(`^[${LETTERS}]{2}$`);

/** Whether a search has a character that is not in every text: the index of searches knows these, and each pair with one. */
export function hasRareCharacter(terms: readonly string[]): boolean {
  return terms.some((term) => RARE.test(fold(term)));
}

/** The first term that is two everyday letters or digits, as it stands in the search text. */
export function everydayPair(terms: readonly string[]): string | undefined {
  return terms.map(fold).find((term) => EVERYDAY_PAIR.test(term));
}

/**
 * The regular expression of PostgreSQL that finds a pair beside any everyday character: with a letter or a digit these are three
 * in a row, and with anything else a word's beginning or end, all of which the index of texts knows.
 */
export function pairBeside(pair: string): string {
  return `${pair}[${GAPS}${LETTERS}]|[${GAPS}${LETTERS}]${pair}`;
}

/** As the function of the database does it, for letters that fold to everyday ones. */
function fold(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('\u0307', '');
}
