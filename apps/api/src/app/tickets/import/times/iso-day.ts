import type { CalendarDay, DateError } from './calendar-day';

/** ISO 8601 week dates and ordinal dates: 2026-W10-3, 2026-063. Without its hyphen, an ordinal date could be any number. */
const DAY_OF_WEEK = /^(\d{4})(?:-W(\d\d)-|W(\d\d))([1-7])$/i;
const DAY_OF_YEAR = /^(\d{4})-(\d{3})$/;

/** Week 1 is the week with 4 January. Weeks start on Monday. */
const DAY_IN_WEEK_1 = 4;

/** Reads a week date or an ordinal date; undefined for any other text. */
export function readIsoDay(text: string): CalendarDay | DateError | undefined {
  const [, weekYear, week, compactWeek, weekday] = DAY_OF_WEEK.exec(text) ?? [];
  if (weekYear) return dayOfWeek(Number(weekYear), Number(week ?? compactWeek), Number(weekday));
  const [, year, dayOfYear] = DAY_OF_YEAR.exec(text) ?? [];
  if (!year) return undefined;
  const date = utcDay(Number(year), Number(dayOfYear));
  return date.getUTCFullYear() === Number(year) ? calendarDay(date) : 'missing';
}

function dayOfWeek(year: number, week: number, weekday: number): CalendarDay | DateError {
  const monday = mondayOfWeek1(year) + 7 * (week - 1);
  const exists = week > 0 && utcDay(year, monday).getTime() < utcDay(year + 1, mondayOfWeek1(year + 1)).getTime();
  return exists ? calendarDay(utcDay(year, monday + weekday - 1)) : 'missing';
}

/** The Monday of week 1 as a day of the year. 0 and below are days of the preceding December: 0 is the 31st. */
function mondayOfWeek1(year: number): number {
  const isoWeekday = utcDay(year, DAY_IN_WEEK_1).getUTCDay() || 7;
  return DAY_IN_WEEK_1 - isoWeekday + 1;
}

function utcDay(year: number, dayOfYear: number): Date {
  return new Date(Date.UTC(year, 0, dayOfYear));
}

function calendarDay(date: Date): CalendarDay {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
