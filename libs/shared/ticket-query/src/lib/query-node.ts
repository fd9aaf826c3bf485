import type { QueryKey } from './query-keys';

/** One of the values of a filter. */
export type QueryValue =
  /** The current user. */
  | { readonly kind: 'me' }
  /** No assignee, or no team. */
  | { readonly kind: 'none' }
  | { readonly kind: 'id'; readonly id: number }
  /** A name, an email address, a tag, or a value of a property. */
  | { readonly kind: 'text'; readonly text: string }
  | DayRange;

/** UTC days, `YYYY-MM-DD`, both included. At least one of them is set. */
export interface DayRange {
  readonly kind: 'days';
  readonly from?: string;
  readonly to?: string;
}

/** `key:value,value` matches any of the values, or none of them if negated. */
export interface QueryFilter {
  readonly kind: 'filter';
  readonly key: QueryKey;
  readonly negated: boolean;
  readonly values: readonly QueryValue[];
}

/** A part of a query. All parts have to match. */
export type QueryNode =
  /** A word of the search, as typed. */
  | { readonly kind: 'word'; readonly text: string }
  /** A phrase of the search, without its quotation marks. */
  | { readonly kind: 'phrase'; readonly text: string }
  | QueryFilter;
