/** A day of the calendar; months count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Why a date has no single meaning: it is not a date, it does not exist, or not in the given order, or its order or its month is
 * not known.
 */
export type DateError = 'unreadable' | 'missing' | 'other_order' | 'ambiguous' | 'ambiguous_month';
