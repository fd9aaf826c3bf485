import { nearestWord } from './nearest-word';
import type { ParsedQuery, PlacedValue, QueryError, QueryTerm } from './parsed-query';
import { QUERY_KEYS, QUERY_MAX_LENGTH, QUERY_MAX_VALUES, type QueryKey } from './query-keys';
import type { QueryNode } from './query-node';
import { isQuote } from './quotation';
import { isValueError, readValue } from './read-value';
import { type WrittenFilter, type WrittenTerm, scanTerms } from './scan-terms';

/** Parses a query in linear time. Never throws: an invalid part becomes an error with its position, and the other terms stay valid. */
export function parseTicketQuery(text: string): ParsedQuery {
  const beyond = positionBeyondLimit(text);
  const read = beyond === undefined ? text : text.slice(0, beyond);
  const { tokens, terms: written } = scanTerms(read);
  const reader = new TermReader(text);
  const terms = written.map((term) => reader.read(term));
  if (beyond === undefined) return { text, tokens, terms, errors: reader.errors };
  const message = `A query has at most ${QUERY_MAX_LENGTH} characters`;
  return {
    text,
    tokens: [...tokens, { kind: 'word', start: beyond, end: text.length }],
    terms,
    errors: [...reader.errors, { start: beyond, end: text.length, message }],
  };
}

/** The valid terms of a query, without positions. */
export function nodesOf({ terms }: ParsedQuery): QueryNode[] {
  return terms.flatMap(({ node }) => node ?? []);
}

class TermReader {
  readonly errors: QueryError[] = [];
  private values = 0;

  constructor(private readonly text: string) {}

  read(written: WrittenTerm): QueryTerm {
    const { start, end } = written;
    const text = this.text.slice(start, end);
    if (written.kind !== 'filter') {
      const node: QueryNode =
        written.kind === 'word' ? { kind: 'word', text } : { kind: 'phrase', text: text.slice(1, -1) };
      return { start, end, node, values: [] };
    }
    const key = QUERY_KEYS.find((known) => known === written.key.toLowerCase());
    return key ? this.readFilter(written, key) : this.readUnknown(written);
  }

  private readFilter(written: WrittenFilter, key: QueryKey): QueryTerm {
    const { start, end, negated } = written;
    const errorsBefore = this.errors.length;
    if (key === 'created') this.checkCreated(written);
    const values = written.values.map((value): PlacedValue => {
      const place = { start: value.start, end: value.end };
      if (++this.values > QUERY_MAX_VALUES) {
        // Report only the first excess value.
        if (this.values === QUERY_MAX_VALUES + 1) this.fail(place, `A query has at most ${QUERY_MAX_VALUES} values`);
        return place;
      }
      const read = readValue(key, value);
      if (!isValueError(read)) return { ...place, value: read };
      // An empty value has no width to underline: its key is underlined.
      this.errors.push({ ...(value.end > value.start ? place : { start, end }), ...read });
      return place;
    });
    const read = values.flatMap(({ value }) => value ?? []);
    const isValid = this.errors.length === errorsBefore && read.length === values.length;
    return { start, end, key, values, ...(isValid && { node: { kind: 'filter', key, negated, values: read } }) };
  }

  /** Rejects negation and a second value: the result would not be a single range. */
  private checkCreated({ start, end, negated, values: [first, second] }: WrittenFilter): void {
    if (negated) this.fail({ start, end }, 'created: cannot be excluded. Use < or > instead');
    else if (first && second) this.fail({ start: first.end, end }, 'created: takes one day or one range');
  }

  private readUnknown(written: WrittenFilter): QueryTerm {
    const { start, end, key, keyStart } = written;
    const place = { start: keyStart, end: keyStart + key.length };
    const nearest = nearestWord(key, QUERY_KEYS);
    const text = this.text.slice(start, end);
    if (nearest) {
      this.errors.push({
        ...place,
        message: `There is no filter “${key}”. Did you mean “${nearest}:”?`,
        correction: { ...place, text: nearest },
      });
    } else {
      this.errors.push({
        ...place,
        message: `There is no filter “${key}”. Quotation marks around it search for the text`,
        ...(![...text].some(isQuote) && { correction: { start, end, text: `"${text}"` } }),
      });
    }
    return { start, end, values: [] };
  }

  private fail(place: { start: number; end: number }, message: string): void {
    this.errors.push({ start: place.start, end: place.end, message });
  }
}

/** Position of the first character beyond {@link QUERY_MAX_LENGTH}. Counts code points, so no surrogate pair is split. */
function positionBeyondLimit(text: string): number | undefined {
  if (text.length <= QUERY_MAX_LENGTH) return undefined;
  let position = 0;
  for (let count = 0; count < QUERY_MAX_LENGTH && position < text.length; count++) {
    position += (text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1;
  }
  return position < text.length ? position : undefined;
}
