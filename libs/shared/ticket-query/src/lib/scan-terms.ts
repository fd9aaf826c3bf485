import type { QueryToken, Span } from './parsed-query';
import { endOfQuoted, isQuote, nextQuote } from './quotation';
import { QUERY_KEYS } from './query-keys';

/** A value as written. */
export interface WrittenValue extends Span {
  /** The text between the quotation marks, with its escapes; the whole text if unquoted. */
  readonly inner: string;
  readonly isQuoted: boolean;
  /** Kind of syntax error. */
  readonly mistake?: 'unclosed' | 'joined';
}

/** A part of a query as written, with unchecked values. */
export type WrittenTerm = WrittenText | WrittenFilter;

interface WrittenText extends Span {
  readonly kind: 'word' | 'phrase';
}

export interface WrittenFilter extends Span {
  readonly kind: 'filter';
  /** As typed. */
  readonly key: string;
  readonly keyStart: number;
  readonly negated: boolean;
  readonly values: readonly WrittenValue[];
}

export interface WrittenQuery {
  readonly tokens: readonly QueryToken[];
  readonly terms: readonly WrittenTerm[];
}

/** Splits a query into terms and tokens, in one pass from left to right. */
export function scanTerms(text: string): WrittenQuery {
  const scanner = new Scanner(text);
  while (!scanner.isAtEnd) scanner.next();
  return scanner;
}

/** Prefix that opens a filter. Completion and highlighting treat a known key as a filter before it has a value. */
const FILTER = /(-?)([a-z]{2,}):/iy;
const SPACES = /\s+/y;
const WORD = /\S+/y;
const BARE_VALUE = /[^\s,]+/y;

class Scanner implements WrittenQuery {
  readonly tokens: QueryToken[] = [];
  readonly terms: WrittenTerm[] = [];
  private position = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  next(): void {
    if (this.take(SPACES, 'space') || this.takePhrase()) return;
    const start = this.position;
    const [head, minus = '', key = ''] = this.match(FILTER) ?? [];
    if (head === undefined || !this.opensFilter(key, start + head.length)) {
      this.take(WORD, 'word');
      this.terms.push({ kind: 'word', start, end: this.position });
      return;
    }
    if (minus) this.push('minus', start + 1);
    this.push('key', start + head.length);
    const values = this.values();
    this.terms.push({
      kind: 'filter',
      start,
      end: this.position,
      key,
      keyStart: start + minus.length,
      negated: minus !== '',
      values,
    });
  }

  /** As in the search, a quotation mark opens a phrase only if another one closes it. */
  private takePhrase(): boolean {
    const start = this.position;
    if (!isQuote(this.text[start])) return false;
    const end = nextQuote(this.text, start + 1);
    if (end === undefined) return false;
    this.push('phrase', end + 1);
    this.terms.push({ kind: 'phrase', start, end: end + 1 });
    return true;
  }

  /**
   * Whether a key opens a filter: a known key always, any other word only if a value follows. `https://…`, `C:\…`, `std::…` and `Re: …` are
   * text.
   */
  private opensFilter(key: string, valueStart: number): boolean {
    if (QUERY_KEYS.some((known) => known === key.toLowerCase())) return true;
    return /[^\s/\\:]/.test(this.text[valueStart] ?? ' ');
  }

  private values(): WrittenValue[] {
    const values = [this.value()];
    while (this.text[this.position] === ',') {
      this.push('comma', this.position + 1);
      values.push(this.value());
    }
    return values;
  }

  /** Reads a value, which may be empty. */
  private value(): WrittenValue {
    const start = this.position;
    if (isQuote(this.text[start])) return this.quotedValue(start);
    this.take(BARE_VALUE, 'value');
    return { start, end: this.position, inner: this.text.slice(start, this.position), isQuoted: false };
  }

  private quotedValue(start: number): WrittenValue {
    const closing = endOfQuoted(this.text, start + 1);
    const innerEnd = closing ?? this.text.length;
    const inner = this.text.slice(start + 1, innerEnd);
    const [joined = ''] = closing === undefined ? [] : (this.match(BARE_VALUE, closing + 1) ?? []);
    const end = closing === undefined ? innerEnd : closing + 1 + joined.length;
    this.push('value', end);
    const mistake = closing === undefined ? 'unclosed' : joined ? 'joined' : undefined;
    return { start, end, inner, isQuoted: true, ...(mistake && { mistake }) };
  }

  private match(pattern: RegExp, from = this.position): RegExpExecArray | undefined {
    pattern.lastIndex = from;
    return pattern.exec(this.text) ?? undefined;
  }

  private take(pattern: RegExp, kind: QueryToken['kind']): boolean {
    const [taken] = this.match(pattern) ?? [];
    if (taken) this.push(kind, this.position + taken.length);
    return taken !== undefined;
  }

  private push(kind: QueryToken['kind'], end: number): void {
    this.tokens.push({ kind, start: this.position, end });
    this.position = end;
  }
}
