import { parseTicketQuery } from './parse-ticket-query';
import { isQuote } from './quotation';

/** A query that finds the same text as a search without filters: what would be a filter is put in quotation marks. */
export function quoteSearch(search: string): string {
  const { terms } = parseTicketQuery(search);
  const isText = terms.every(({ node }) => node?.kind === 'word' || node?.kind === 'phrase');
  if (isText) return search;
  const parts = terms.flatMap(({ start, end, node }) => {
    const text = search.slice(start, end);
    return node?.kind === 'word' || node?.kind === 'phrase' ? [text] : phrasesOf(text);
  });
  // A quotation mark that nothing closes has to stay the last one.
  const last = terms.find(({ start, node }) => node?.kind === 'word' && isQuote(search[start]));
  const lastPart = last && search.slice(last.start, last.end);
  return [...parts.filter((part) => part !== lastPart), ...(lastPart === undefined ? [] : [lastPart])].join(' ');
}

/** A phrase has no quotation marks, so a text is divided at them. */
function phrasesOf(text: string): string[] {
  const plain = [...text].map((each) => (isQuote(each) ? '"' : each)).join('');
  return plain
    .split('"')
    .filter((part) => part.trim() !== '')
    .map((part) => `"${part}"`);
}
