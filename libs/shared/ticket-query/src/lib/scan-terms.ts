import type { QueryToken, Span } from './parsed-query';
import { endOfQuoted, isQuote, nextQuote } from './quotation';
import { QUERY_KEYS } from './query-keys';

/** A value as written. */
export interface WrittenValue extends Span {
  /** The text between quotation marks, with its escapes; otherwise all of it. */
  readonly inner: string;
  readonly isQuoted: boolean;
  /** What is wrong with the way it is written. */
  readonly mistake?: 'unclosed' | 'joined';
}

/** A part of a query as written, before anybody looks at its values. */
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

/** What opens a filter. Completion and highlighting treat a known key as one before it has a value. */
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

  /** As in a search: a quotation mark opens a phrase if another one closes it. */
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
   * A known key always opens a filter. Another word does if a value follows: not in `https://…`, `C:\…`, `std::…` or `Re: …`,
   * which are text.
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

  /** Empty if none is written. */
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
