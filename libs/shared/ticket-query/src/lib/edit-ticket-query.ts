import { formatNode } from './format-ticket-query';
import type { ParsedQuery, QueryCorrection, QueryTerm, Span } from './parsed-query';
import type { QueryKey } from './query-keys';
import type { QueryFilter, QueryValue } from './query-node';
import { isQuote } from './quotation';

/** Replaces a part of a text, for example with a correction. */
export function replaceSpan(text: string, { start, end, text: replacement }: QueryCorrection): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/**
 * The text with these values as the only filter of a key, in the place of its first one; without values, the text without filters of
 * that key.
 */
export function setQueryValues({ text, terms }: ParsedQuery, key: QueryKey, values: readonly QueryValue[]): string {
  const [first, ...others] = terms.filter((term) => term.key === key);
  const filter = formatNode({ kind: 'filter', key, negated: false, values });
  if (!values.length) return withoutSpans(text, first ? [first, ...others] : []);
  if (!first) return withFilter(text, terms, filter);
  const rest = withoutSpans(text, others); // these are behind the first, so its place stays
  return replaceSpan(rest, { start: first.start, end: first.end, text: filter });
}

/** The text without some terms. */
export function removeTerms({ text }: ParsedQuery, terms: readonly Span[]): string {
  return withoutSpans(text, terms);
}

/** The text without one value of a filter, and without the filter if it was the only one. */
export function removeValue(parsed: ParsedQuery, term: QueryTerm, index: number): string {
  if (term.node?.kind !== 'filter' || term.values.length < 2) return removeTerms(parsed, [term]);
  const filter: QueryFilter = { ...term.node, values: term.node.values.filter((_, each) => each !== index) };
  return replaceSpan(parsed.text, { start: term.start, end: term.end, text: formatNode(filter) });
}

/** Adds a filter at the end. Before a quotation mark that nothing closes: one in the filter would close it. */
function withFilter(text: string, terms: readonly QueryTerm[], filter: string): string {
  const open = terms.find(({ start, node }) => node?.kind === 'word' && isQuote(text[start]));
  if (open) return replaceSpan(text, { start: open.start, end: open.start, text: `${filter} ` });
  const before = text.trimEnd();
  return before ? `${before} ${filter}` : filter;
}

/** Removes spans in the order of the text, each with the spaces behind it. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let rest = '';
  let position = 0;
  for (const { start, end } of spans) {
    rest += text.slice(position, start);
    position = end + text.slice(end).search(/\S|$/);
  }
  return spans.length ? (rest + text.slice(position)).trimEnd() : text;
}
