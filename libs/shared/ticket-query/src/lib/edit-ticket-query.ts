import { formatNode } from './format-ticket-query';
import type { ParsedQuery, QueryCorrection, QueryTerm, Span } from './parsed-query';
import type { QueryKey } from './query-keys';
import type { QueryFilter, QueryValue } from './query-node';
import { isQuote } from './quotation';

/** Replaces a part of a text, for example with a correction. */
export function replaceSpan(text: string, { start, end, text: replacement }: QueryCorrection): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Sets the only filter of a key, at the position of its first one, or at the end. Without values, removes the filters of the key. */
export function setQueryValues({ text, terms }: ParsedQuery, key: QueryKey, values: readonly QueryValue[]): string {
  const [first, ...others] = terms.filter((term) => term.key === key);
  const filter = formatNode({ kind: 'filter', key, negated: false, values });
  if (!values.length) return withoutSpans(text, first ? [first, ...others] : []);
  if (!first) return withFilter(text, terms, filter);
  const rest = withoutSpans(text, others); // the other filters follow the first, so its span stays valid
  return replaceSpan(rest, { start: first.start, end: first.end, text: filter });
}

/** Removes terms from the text. */
export function removeTerms({ text }: ParsedQuery, terms: readonly Span[]): string {
  return withoutSpans(text, terms);
}

/** Removes one value of a filter, or the filter if that was its only value. */
export function removeValue(parsed: ParsedQuery, term: QueryTerm, index: number): string {
  if (term.node?.kind !== 'filter' || term.values.length < 2) return removeTerms(parsed, [term]);
  const filter: QueryFilter = { ...term.node, values: term.node.values.filter((_, each) => each !== index) };
  return replaceSpan(parsed.text, { start: term.start, end: term.end, text: formatNode(filter) });
}

/** Appends a filter. An unclosed quotation mark has to stay last: a quotation mark in the filter would close it. */
function withFilter(text: string, terms: readonly QueryTerm[], filter: string): string {
  const open = terms.find(({ start, node }) => node?.kind === 'word' && isQuote(text[start]));
  if (open) return replaceSpan(text, { start: open.start, end: open.start, text: `${filter} ` });
  const before = text.trimEnd();
  return before ? `${before} ${filter}` : filter;
}

/** Removes spans, given in text order, each with the spaces after it. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let rest = '';
  let position = 0;
  for (const { start, end } of spans) {
    rest += text.slice(position, start);
    position = end + text.slice(end).search(/\S|$/);
  }
  return spans.length ? (rest + text.slice(position)).trimEnd() : text;
}
