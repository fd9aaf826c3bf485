import { parseTicketQuery } from './parse-ticket-query';
import { isQuote } from './quotation';

/** Converts a search into a query that finds the same text: parts that would parse as filters are quoted. */
export function quoteSearch(search: string): string {
  const { terms } = parseTicketQuery(search);
  const isText = terms.every(({ node }) => node?.kind === 'word' || node?.kind === 'phrase');
  if (isText) return search;
  const parts = terms.flatMap(({ start, end, node }) => {
    const text = search.slice(start, end);
    return node?.kind === 'word' || node?.kind === 'phrase' ? [text] : phrasesOf(text);
  });
  // An unclosed quotation mark has to stay last.
  const last = terms.find(({ start, node }) => node?.kind === 'word' && isQuote(search[start]));
  const lastPart = last && search.slice(last.start, last.end);
  return [...parts.filter((part) => part !== lastPart), ...(lastPart === undefined ? [] : [lastPart])].join(' ');
}

/** A phrase cannot contain quotation marks, so the text is split at them. */
function phrasesOf(text: string): string[] {
  const plain = [...text].map((each) => (isQuote(each) ? '"' : each)).join('');
  return plain
    .split('"')
    .filter((part) => part.trim() !== '')
    .map((part) => `"${part}"`);
}
