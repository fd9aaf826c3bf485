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
