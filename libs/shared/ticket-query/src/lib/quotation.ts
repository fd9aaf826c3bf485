/** Characters that the search treats as quotation marks. The folding function of the database has the same list. */
const QUOTES = '"\u00AB\u00BB\u05F4\u201C\u201D\u201E\u201F\u2033\u2036\u275D\u275E\u301D\u301E\u301F\uFF02';
const QUOTE = new RegExp(`[${QUOTES}]`);
const QUOTE_FROM = new RegExp(`[${QUOTES}]`, 'g');

export function isQuote(character: string | undefined): boolean {
  return character !== undefined && QUOTE.test(character);
}

const PHRASE_OR_WORD = new RegExp(`[${QUOTES}][^${QUOTES}]*[${QUOTES}]|\\S+`, 'g');

/** Whether a term of a search starts with an unclosed quotation mark. */
export function hasOpenQuote(search: string): boolean {
  const terms = search.match(PHRASE_OR_WORD) ?? [];
  return terms.some((term) => isQuote(term[0]) && (term.length === 1 || !isQuote(term.at(-1))));
}

/** Position of the next quotation mark at or after `from`; undefined if there is none. */
export function nextQuote(text: string, from: number): number | undefined {
  QUOTE_FROM.lastIndex = from;
  return QUOTE_FROM.exec(text)?.index;
}

/** Position of the closing quotation mark of a quoted value. A backslash escapes a quotation mark or a backslash. */
export function endOfQuoted(text: string, from: number): number | undefined {
  for (let index = from; index < text.length; index++) {
    if (isEscape(text, index)) index++;
    else if (isQuote(text[index])) return index;
  }
  return undefined;
}

/** The text between the quotation marks of a value, without escapes. */
export function unquoted(inner: string): string {
  let text = '';
  for (let index = 0; index < inner.length; index++) {
    if (isEscape(inner, index)) index++;
    text += inner[index];
  }
  return text;
}

/** Quotes a value; escapes quotation marks and backslashes. */
export function quoted(text: string): string {
  return `"${[...text].map((each) => (each === '\\' || isQuote(each) ? `\\${each}` : each)).join('')}"`;
}

function isEscape(text: string, index: number): boolean {
  return text[index] === '\\' && (text[index + 1] === '\\' || isQuote(text[index + 1]));
}
