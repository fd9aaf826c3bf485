import { DateTime } from 'luxon';
import type { DateOrder } from './date-order';
import { parseRfc3339 } from './rfc3339';
import { withoutMarks } from './marked-time';
import { plainTime } from './plain-time';
import { readSerialDate } from './serial-date';
import { type ClockTime, findClock } from './written-clock';
import { exampleOf, mayBeZone } from './unclear-zones';
import type { CalendarDay, DateError } from './calendar-day';
import { readDate } from './written-date';

/** Options for times without a zone or a clear order. */
export interface TimeOptions {
  /** IANA time zone of times without a zone. */
  readonly timeZone?: string;
  /** An ambiguous time zone abbreviation in the column name. */
  readonly unclearZone?: string;
  readonly dateOrder?: DateOrder;
  /** Whether numbers are days since 1899, because the whole column is. */
  readonly isSerial?: boolean;
}

/** Tolerance for the clock of the source, in milliseconds. */
const CLOCK_SKEW_MS = 5 * 60_000;

const TEXT_MAX_LENGTH = 100;

/** A Unix time in seconds, with a decimal fraction, or in milliseconds, microseconds or nanoseconds. */
const EPOCH = /^(\d{10})(?:\.?(\d{1,9}))?$/;
const EPOCH_LENGTHS = [10, 13, 16, 19];

/** A time in ASP.NET's JSON, in milliseconds since 1970. Its offset only tells where it was written. */
const ASP_NET_DATE = /^\\?\/Date\((\d{1,13})(?:[+-]\d{4})?\)\\?\/$/;

const NOT_A_TIME =
  'must be an RFC 3339 time with its zone, like 2026-11-22T09:14:03Z, or another complete date and time';
const NO_ZONE = `${NOT_A_TIME}; time_zone sets the zone of times without one`;
const ERRORS: Readonly<Record<DateError, string>> = {
  unreadable: NOT_A_TIME,
  missing: 'must be a day of the calendar: there is no such day',
  other_order: 'must be a day of the calendar in the order that was chosen; date_order sets the order',
  ambiguous: 'must be unambiguous: 03/04/2026 is 3 April or 4 March; date_order must say it: dmy or mdy',
  ambiguous_month: 'must have a month whose name is not that of another month in another language',
};

const MIDNIGHT: ClockTime = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/**
 * Reads the creation time of a ticket. Accepts RFC 3339 with any offset; other notations of a date, with or without clock time and zone (a
 * date alone is the start of its day); a Unix time of 10, 13, 16 or 19 digits; and serial dates. Month names and weekdays may be in many
 * languages. A time without a zone is in `timeZone`: of two possible times, the earlier one; a time that a clock change skipped is an
 * error. 24:00 is the start of the next day, and a leap second the start of the next minute, as in PostgreSQL.
 * @returns the time, or its error as a phrase that follows the field's name
 */
export function readCreationTime(value: unknown, options: TimeOptions): Date | string {
  const time =
    typeof value === 'string' || typeof value === 'number' ? readTime(String(value).trim(), options) : NOT_A_TIME;
  if (time === NO_ZONE && options.unclearZone) return unclearError(options.unclearZone);
  if (typeof time === 'string') return time;
  if (time.getTime() < 0) return 'must not be before 1970';
  return time.getTime() > Date.now() + CLOCK_SKEW_MS ? 'must not be in the future' : time;
}

function unclearError(abbreviation: string): string {
  return `must have a clear zone: its column has times in ${abbreviation}; time_zone must be a zone of ${abbreviation}, like ${exampleOf(abbreviation)}`;
}

function readTime(marked: string, { timeZone: zone, unclearZone, dateOrder, isSerial }: TimeOptions): Date | string {
  const timeZone = zone && unclearZone && !mayBeZone(unclearZone, zone) ? undefined : zone;
  if (marked.length > TEXT_MAX_LENGTH) return NOT_A_TIME;
  const text = withoutMarks(marked);
  const serial = isSerial ? readSerialDate(text) : undefined;
  if (serial) return toInstant(serial.day, serial.clock ?? MIDNIGHT, timeZone, !serial.clock);
  return parseRfc3339(text) ?? readEpoch(text) ?? readWritten(plainTime(text), timeZone, dateOrder);
}

function readEpoch(text: string): Date | undefined {
  const [, milliseconds] = ASP_NET_DATE.exec(text) ?? [];
  if (milliseconds) return new Date(Number(milliseconds));
  const [, seconds, fraction = ''] = EPOCH.exec(text) ?? [];
  if (!seconds || (!text.includes('.') && !EPOCH_LENGTHS.includes(text.length))) return undefined;
  return new Date(Number(seconds + fraction.padEnd(3, '0').slice(0, 3)));
}

function readWritten(text: string, timeZone?: string, dateOrder?: DateOrder): Date | string {
  const written = text.includes(':') ? findClock(text) : { date: text };
  if (!written) return NOT_A_TIME;
  const day = readDate(written.date, dateOrder);
  if (typeof day === 'string') return ERRORS[day];
  return 'clock' in written
    ? toInstant(day, written.clock, written.zone ?? timeZone)
    : toInstant(day, MIDNIGHT, timeZone, true);
}

function toInstant(day: CalendarDay, clock: ClockTime, zone: string | undefined, isWholeDay = false): Date | string {
  if (!zone) return NO_ZONE;
  if (clock.hour === 24) return toInstant(dayAfter(day), MIDNIGHT, zone, true);
  if (clock.second === 60) return secondAfter(toInstant(day, { ...clock, second: 59, millisecond: 0 }, zone));
  const local = { ...day, ...clock };
  const time = DateTime.fromObject(local, { zone });
  if (!time.isValid) return NOT_A_TIME;
  if (isWholeDay) return time.startOf('day').toJSDate();
  if (time.hour !== local.hour || time.minute !== local.minute) {
    return `must exist in ${zone}, where clocks were put forward over it`;
  }
  return new Date(Math.min(...time.getPossibleOffsets().map((one) => one.toMillis())));
}

function dayAfter({ year, month, day }: CalendarDay): CalendarDay {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

function secondAfter(time: Date | string): Date | string {
  return typeof time === 'string' ? time : new Date(time.getTime() + 1000);
}
