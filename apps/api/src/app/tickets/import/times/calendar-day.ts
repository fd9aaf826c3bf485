/** A calendar day; months count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The reason why a text is not exactly one day. `unreadable`: not a date. `missing`: no such day. `other_order`: not in the given order.
 * `ambiguous` or `ambiguous_month`: unclear order, or a month name with several meanings.
 */
export type DateError = 'unreadable' | 'missing' | 'other_order' | 'ambiguous' | 'ambiguous_month';
