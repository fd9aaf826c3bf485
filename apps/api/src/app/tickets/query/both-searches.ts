import { hasOpenQuote } from '@docket/ticket-query';

/**
 * A search for the words and phrases of both searches. An unclosed quotation mark is moved to the end: otherwise, one of the other search
 * would close it. If both have one, the text between them is a phrase.
 */
export function bothSearches(one: string, other: string): string {
  const inOrder = hasOpenQuote(one) ? [other, one] : [one, other];
  return inOrder.filter(Boolean).join(' ');
}
