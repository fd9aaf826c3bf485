import type { QueryKey } from './query-keys';
import type { QueryNode, QueryValue } from './query-node';

/** A range of a query's text, in UTF-16 code units; `end` is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of the text for highlighting. A key contains its colon, and a value its quotation marks. */
export interface QueryToken extends Span {
  readonly kind: 'space' | 'word' | 'phrase' | 'minus' | 'key' | 'value' | 'comma';
}

/** A replacement that corrects an error. */
export interface QueryCorrection extends Span {
  readonly text: string;
}

export interface QueryError extends Span {
  /** A sentence for the person who typed the query. */
  readonly message: string;
  readonly correction?: QueryCorrection;
}

/** A value of a filter, with its position. */
export interface PlacedValue extends Span {
  /** Undefined if the value is invalid. */
  readonly value?: QueryValue;
}

/** A word, a phrase or a filter, with its position. */
export interface QueryTerm extends Span {
  /** Undefined if the term is invalid. */
  readonly node?: QueryNode;
  /** The key of a filter, valid or not. */
  readonly key?: QueryKey;
  /** The values of a filter. */
  readonly values: readonly PlacedValue[];
}

/** Result of parsing. The tokens cover the text without gaps; the errors are in text order. */
export interface ParsedQuery {
  readonly text: string;
  readonly tokens: readonly QueryToken[];
  readonly terms: readonly QueryTerm[];
  readonly errors: readonly QueryError[];
}
