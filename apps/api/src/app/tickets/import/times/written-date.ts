import { foldWord } from '@docket/import-rows';
import type { CalendarDay, DateError } from './calendar-day';
import { DATE_ORDERS, type DateOrder } from './date-order';
import { readIsoDay } from './iso-day';
import { DATE_WORDS } from './time-tables';
import { timeWords } from './time-words';

const YEAR_FIRST = /^(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})\.?$/;
const EAST_ASIAN = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일号]?(?: ?\(?\p{L}{1,3}\)?)?$/u;
const THREE_NUMBERS = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d\d)\.?$/;
const WORD = /\p{L}[\p{L}\p{M}]*\.?/gu;
const WORD_OR_NUMBER = /\p{L}[\p{L}\p{M}]*|\d+/gu;
const SEPARATORS_ONLY = /^[ \-/.,'’]*$/;

/** Thai calendar years from 1970 on: 2567 is 2024. As years of the common era, all of them would be in the future. */
const BUDDHIST_YEARS = { first: 2513, last: 2642 };

/**
 * Reads a date. Numeric dates are in the given order. Without it, dates with full stops are day, month, year, and other dates are read only
 * if a single order fits. Other dates in the file cannot help, because rows are stored while the file arrives.
 */
export function readDate(text: string, order?: DateOrder): CalendarDay | DateError {
  const [, year2, month2, day2] = EAST_ASIAN.exec(text) ?? [];
  if (year2) return existing(year2, month2, day2);
  const isoDay = readIsoDay(text);
  if (isoDay) return isoDay;
  const numbers = withoutWords(text);
  const [, year, , month, day] = YEAR_FIRST.exec(numbers) ?? [];
  if (year) return existing(year, month, day);
  const [, first, sign, second, third] = THREE_NUMBERS.exec(numbers) ?? [];
  if (first && second && third) return readNumbers([first, second, third], order ?? (sign === '.' ? 'dmy' : undefined));
  return readNamedMonth(text);
}

/** A numeric date without the name of its weekday. */
function withoutWords(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const left = text.replaceAll(WORD, (word) => (isNoise(foldWord(word)) ? '' : word));
  return left.replaceAll(/[,()]/g, '').trim();
}

function isNoise(word: string): boolean {
  return DATE_WORDS.has(word) || timeWords().weekdays.has(word);
}

/** Reads a date with a month name in any language that `Intl` knows. Ignores other words, such as weekdays. */
function readNamedMonth(text: string): CalendarDay | DateError {
  const parts = text.match(WORD_OR_NUMBER) ?? [];
  const numbers = parts.filter((part) => /^\d/.test(part));
  if (numbers.length !== 2 || !SEPARATORS_ONLY.test(text.replaceAll(WORD_OR_NUMBER, ''))) return 'unreadable';
  const names = parts.map(foldWord);
  const at = names.findLastIndex((name) => timeWords().months.has(name));
  if (at === -1 || !names.every((name, index) => index === at || /^\d/.test(name) || isNoise(name)))
    return 'unreadable';
  const month = timeWords().months.get(names[at] ?? '');
  if (month == null) return 'ambiguous_month';
  const [first = '', second = ''] = numbers;
  const [year, day] = first.length === 4 ? [first, second] : [second, first];
  const isBetween = parts[at - 1] !== undefined && /^\d/.test(parts.slice(0, at).join(''));
  return year.length === 4 || (year.length === 2 && isBetween) ? existing(year, String(month), day) : 'unreadable';
}

function readNumbers(numbers: readonly [string, string, string], order?: DateOrder): CalendarDay | DateError {
  const orders = order ? [order] : DATE_ORDERS;
  const days = orders.map((one) => inOrder(numbers, one)).filter((day) => typeof day === 'object');
  const [day] = days;
  if (!day) return order && typeof readNumbers(numbers) === 'object' ? 'other_order' : 'missing';
  return days.every((one) => one.month === day.month && one.day === day.day && one.year === day.year)
    ? day
    : 'ambiguous';
}

function inOrder([a, b, c]: readonly [string, string, string], order: DateOrder): CalendarDay | DateError {
  if (order === 'dmy') return existing(c, b, a);
  if (order === 'mdy') return existing(c, a, b);
  return c.length === 4 ? 'missing' : existing(a.padStart(2, '0'), b, c);
}

/** A day, if it exists. A two-digit year is the latest such year that has begun. */
function existing(year?: string, month?: string, day?: string): CalendarDay | DateError {
  if (!year || !month || !day) return 'unreadable';
  const date = { year: fullYear(year), month: Number(month), day: Number(day) };
  const utc = new Date(Date.UTC(date.year, date.month - 1, date.day));
  return utc.getUTCMonth() === date.month - 1 && utc.getUTCDate() === date.day ? date : 'missing';
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year >= BUDDHIST_YEARS.first && year <= BUDDHIST_YEARS.last ? year - 543 : year;
  return year + 2000 > new Date().getUTCFullYear() ? year + 1900 : year + 2000;
}
