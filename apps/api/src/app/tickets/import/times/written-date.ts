import { DATE_ORDERS, type DateOrder } from './date-order';

/** A day of the calendar; months count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Why a date has no single meaning: it is not a date, it does not exist, or its order is not known. */
export type DateError = 'unreadable' | 'missing' | 'ambiguous';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const EAST_ASIAN = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]$/u;
const THREE_NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/;
const DAY_AND_MONTH_NAME = /^(\d{1,2})(?:st|nd|rd|th|\.)?[-/ ]([a-z]{3,9})\.?,?[-/ ](\d{4}|\d\d)$/i;
const MONTH_NAME_AND_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
const YEAR_AND_MONTH_NAME = /^(\d{4})[-/ ]([a-z]{3,9})[-/ ](\d{1,2})$/i;

/**
 * Reads a date. Dates of three numbers have the given order. Without it, dates with full stops are day, month, year, and another
 * date is read only if no other order fits: dates of the same file do not help, because rows are stored while the file arrives.
 */
export function readDate(text: string, order?: DateOrder): CalendarDay | DateError {
  const [, year, , month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year) return existing(year, month, day);
  const [, year2, month2, day2] = EAST_ASIAN.exec(text) ?? [];
  if (year2) return existing(year2, month2, day2);
  const [, first, sign, second, third] = THREE_NUMBERS.exec(text) ?? [];
  if (first && second && third) return readNumbers([first, second, third], order ?? (sign === '.' ? 'dmy' : undefined));
  return readNamedMonth(text);
}

function readNamedMonth(text: string): CalendarDay | DateError {
  const [, day, name, year] = DAY_AND_MONTH_NAME.exec(text) ?? [];
  if (name) return existing(year, monthNumber(name), day);
  const [, name2, day2, year2] = MONTH_NAME_AND_DAY.exec(text) ?? [];
  if (name2) return existing(year2, monthNumber(name2), day2);
  const [, year3, name3, day3] = YEAR_AND_MONTH_NAME.exec(text) ?? [];
  return name3 ? existing(year3, monthNumber(name3), day3) : 'unreadable';
}

/** The number of a month by the first three letters of its English name; undefined for another word. */
function monthNumber(name: string): string | undefined {
  const found = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return found === -1 ? undefined : String(found + 1);
}

function readNumbers(numbers: readonly [string, string, string], order?: DateOrder): CalendarDay | DateError {
  const orders = order ? [order] : DATE_ORDERS;
  const days = orders.map((one) => inOrder(numbers, one)).filter((day) => typeof day === 'object');
  const [day] = days;
  if (!day) return 'missing';
  return days.every((one) => one.month === day.month && one.day === day.day && one.year === day.year)
    ? day
    : 'ambiguous';
}

function inOrder([a, b, c]: readonly [string, string, string], order: DateOrder): CalendarDay | DateError {
  if (order === 'dmy') return existing(c, b, a);
  if (order === 'mdy') return existing(c, a, b);
  return c.length === 4 ? 'missing' : existing(a.padStart(2, '0'), b, c);
}

/** A day, if the calendar has it. A year of two digits is the latest one that has begun. */
function existing(year?: string, month?: string, day?: string): CalendarDay | DateError {
  if (!year || !month || !day) return 'unreadable';
  const date = { year: fullYear(year), month: Number(month), day: Number(day) };
  const utc = new Date(Date.UTC(date.year, date.month - 1, date.day));
  return utc.getUTCMonth() === date.month - 1 && utc.getUTCDate() === date.day ? date : 'missing';
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year + 2000 > new Date().getUTCFullYear() ? year + 1900 : year + 2000;
}
