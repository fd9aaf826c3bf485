import { parseTicketQuery } from './parse-ticket-query';
import type { ParsedQuery, PlacedValue, QueryTerm, Span } from './parsed-query';
import { QUERY_KEYS, type QueryKey, wordsOf } from './query-keys';

/** Completion at the caret. The chosen option replaces the span. */
export interface QueryCompletion extends Span {
  /** The key that needs a value here; undefined if the caret is at a key. */
  readonly key?: QueryKey;
  /** Text typed so far, without quotation marks. */
  readonly typed: string;
  /** Known options with this prefix: keys with their colon, or values. The caller adds names and tags. */
  readonly options: readonly string[];
}

/** Returns the completion at the caret; undefined where none applies, for example in a phrase. */
export function completeTicketQuery(text: string, caret: number): QueryCompletion | undefined {
  const parsed = parseTicketQuery(text);
  const term = parsed.terms.find(({ start, end }) => start < caret && caret <= end);
  if (!term) return isBetweenTerms(parsed, caret) ? keysAt({ start: caret, end: caret }, '') : undefined;
  if (term.key) return completeFilter(text, caret, term, term.key);
  if (term.node?.kind !== 'word') return undefined;
  const start = text[term.start] === '-' ? term.start + 1 : term.start;
  const typed = text.slice(start, caret);
  return /^[a-z]*$/i.test(typed) ? keysAt({ start, end: term.end }, typed) : undefined;
}

function completeFilter(text: string, caret: number, term: QueryTerm, key: QueryKey): QueryCompletion | undefined {
  const value = term.values.find(({ start, end }) => start <= caret && caret <= end);
  if (!value) return undefined; // the caret is in the key
  const written = text.slice(value.start, caret);
  const typed = written.replace(/^["“”„«»]/, '');
  const others = new Set(term.values.filter((each) => each !== value).map((each) => wordOf(text, each)));
  const options = wordsOf(key).filter((word) => word.startsWith(typed.toLowerCase()) && !others.has(word));
  return { start: value.start, end: value.end, key, typed, options };
}

function wordOf(text: string, { start, end, value }: PlacedValue): string {
  return value?.kind === 'text' ? value.text : text.slice(start, end).toLowerCase();
}

function keysAt(span: Span, typed: string): QueryCompletion {
  const keys = QUERY_KEYS.filter((key) => key.startsWith(typed.toLowerCase()));
  return { ...span, typed, options: keys.map((key) => `${key}:`) };
}

/** Whether a new term may start at the caret: white space, or the start or end of the text, is on both sides. */
function isBetweenTerms({ text }: ParsedQuery, caret: number): boolean {
  const [before = ' ', after = ' '] = [text[caret - 1], text[caret]];
  return before.trim() === '' && after.trim() === '';
}
