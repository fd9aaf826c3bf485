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

/** How to read times that do not say it themselves. */
export interface TimeOptions {
  /** IANA name of the zone of times without one. */
  readonly timeZone?: string;
  /** The abbreviation of a zone in the name of the column that does not say which one it is. */
  readonly unclearZone?: string;
  readonly dateOrder?: DateOrder;
  /** Whether numbers are days since 1899, because all of the column are. */
  readonly isSerial?: boolean;
}

/** Tolerance for a source whose clock is ahead. */
const CLOCK_SKEW_MS = 5 * 60_000;

const TEXT_MAX_LENGTH = 100;

/** Seconds since 1970, with a fraction after a full stop or as the digits of milliseconds, microseconds or nanoseconds. */
const EPOCH = /^(\d{10})(?:\.?(\d{1,9}))?$/;
const EPOCH_LENGTHS = [10, 13, 16, 19];

/** A time in the JSON of ASP.NET, in milliseconds. Its offset says where it was written. */
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
 * Reads the time when a ticket was filed: RFC 3339 with any offset; other spellings of a date with or without a clock and a zone
 * (a date alone is the start of its day); or seconds or milliseconds since 1970, of 10 and 13 digits. Without a zone, the time
 * is in `timeZone`: the earlier one if clocks showed it twice; refused if they skipped it. 24:00 is the start of the next day, and a
 * leap second the start of the next minute, as in PostgreSQL. Months and weekdays may
 * have their names in many languages.
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
