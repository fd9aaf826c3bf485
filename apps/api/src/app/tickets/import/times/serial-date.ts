import { isNoTime } from '../placeholders';
import type { ClockTime } from './written-clock';
import type { CalendarDay } from './calendar-day';

const DAY_MS = 86_400_000;

/** Day 0 of spreadsheet dates, which include a nonexistent 29 February 1900. */
const DAY_0 = Date.UTC(1899, 11, 30);

/** A serial date: days since 1899, with the time of day as a fraction after a full stop or comma. */
const SERIAL = /^(\d{5})(?:[.,](\d{1,20}))?$/;

/** Earliest day. No ticket is older than 1990. */
const FIRST_DAY = (Date.UTC(1990, 0, 1) - DAY_0) / DAY_MS;
const YEAR_DAYS = 366;

/** The day and clock time of a serial date. Whole numbers have no clock time. */
interface SerialDate {
  readonly day: CalendarDay;
  readonly clock?: ClockTime;
}

/**
 * Reads a serial date: 45234.5 is noon on 4 November 2023. Rounds to seconds, because the fraction is not exact. Undefined for other texts,
 * and for days before 1990 or more than a year ahead.
 */
export function readSerialDate(text: string): SerialDate | undefined {
  const [, days, part] = SERIAL.exec(text) ?? [];
  if (!days || Number(days) < FIRST_DAY || Number(days) > (Date.now() - DAY_0) / DAY_MS + YEAR_DAYS) return undefined;
  const seconds = Math.round(Number(`0.${part ?? 0}`) * 86_400);
  const date = new Date(DAY_0 + Number(days) * DAY_MS + seconds * 1000);
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  if (part === undefined) return { day };
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return { day, clock: { hour, minute, second, millisecond: 0 } };
}

/** Whether all non-empty values of a column are serial dates; undefined if all are empty. */
export function areSerialDates(values: readonly unknown[]): boolean | undefined {
  const texts = values
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => String(value).trim())
    .filter((text) => text !== '' && !isNoTime(text));
  return texts.length ? texts.every((text) => readSerialDate(text) !== undefined) : undefined;
}
