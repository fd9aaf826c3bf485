import { DateTime } from 'luxon';
import type { DateOrder } from './date-order';
import { parseRfc3339 } from './rfc3339';
import { type CalendarDay, type DateError, readDate } from './written-date';

/** How to read times that do not say it themselves. */
export interface TimeOptions {
  /** IANA name of the zone of times without one. */
  readonly timeZone?: string;
  readonly dateOrder?: DateOrder;
}

/** Tolerance for a source whose clock is ahead. */
const CLOCK_SKEW_MS = 5 * 60_000;

const TEXT_MAX_LENGTH = 64;

const EPOCH_SECONDS = /^\d{10}$/;
const EPOCH_MILLISECONDS = /^\d{13}$/;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /i;
const ZONE = / ?(?:Z|UTC|GMT|(?:UTC|GMT)?([+-]\d\d)(?::?(\d\d))?)$/i;
const CLOCK = /[T ,](\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([ap])\.? ?m\.?)?$/i;

const NOT_A_TIME =
  'must be an RFC 3339 time with its zone, like 2026-11-22T09:14:03Z, or another complete date and time';
const ERRORS: Readonly<Record<DateError, string>> = {
  unreadable: NOT_A_TIME,
  missing: 'must be a day of the calendar in the order of date_order',
  ambiguous: 'must have an unambiguous order of day, month and year, or date_order must say it (dmy or mdy)',
};

/** A time without its zone. */
interface LocalTime extends CalendarDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/**
 * Reads the time when a ticket was filed: RFC 3339 with any offset; other spellings of a date with or without a clock and a zone
 * (a date alone is the start of its day); or seconds or milliseconds since 1970, of 10 and 13 digits. Without a zone, the time
 * is in `timeZone`: the earlier one if clocks showed it twice; refused if they skipped it.
 * @returns the time, or its error as a phrase that follows the field's name
 */
export function readCreationTime(value: unknown, options: TimeOptions): Date | string {
  const time =
    typeof value === 'string' || typeof value === 'number' ? readTime(String(value).trim(), options) : NOT_A_TIME;
  if (typeof time === 'string') return time;
  if (time.getTime() < 0) return 'must not be before 1970';
  return time.getTime() > Date.now() + CLOCK_SKEW_MS ? 'must not be in the future' : time;
}

function readTime(text: string, { timeZone, dateOrder }: TimeOptions): Date | string {
  if (text.length > TEXT_MAX_LENGTH) return NOT_A_TIME;
  const standard = parseRfc3339(text);
  if (standard) return standard;
  if (EPOCH_MILLISECONDS.test(text)) return new Date(Number(text));
  if (EPOCH_SECONDS.test(text)) return new Date(Number(text) * 1000);
  return readWritten(text.replaceAll(/\s+/g, ' ').replace(WEEKDAY, ''), timeZone, dateOrder);
}

function readWritten(text: string, timeZone?: string, dateOrder?: DateOrder): Date | string {
  const withoutClock = readDate(text, dateOrder); // first, because the end of 22-11-2026 looks like a zone
  if (typeof withoutClock === 'object') return toInstant({ ...withoutClock, ...MIDNIGHT }, timeZone, true);
  if (withoutClock !== 'unreadable') return ERRORS[withoutClock];
  const zone = ZONE.exec(text);
  const local = text.slice(0, zone?.index);
  const clock = CLOCK.exec(local);
  const time = clock && readClock(clock);
  if (!time) return NOT_A_TIME;
  const day = readDate(local.slice(0, clock.index).replace(/,$| at$/i, ''), dateOrder);
  if (typeof day === 'string') return ERRORS[day];
  if (zone) return hasOffset(zone) ? toInstant({ ...day, ...time }, fixedZone(zone)) : NOT_A_TIME;
  return toInstant({ ...day, ...time }, timeZone);
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0, millisecond: 0 };

function readClock([, hours, minutes, seconds = '0', fraction = '', half]: RegExpExecArray):
  typeof MIDNIGHT | undefined {
  const written = Number(hours);
  if (half && (written < 1 || written > 12)) return undefined;
  const hour = half ? (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : written;
  const time = {
    hour,
    minute: Number(minutes),
    second: Number(seconds),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
  };
  return time.hour < 24 && time.minute < 60 && time.second < 60 ? time : undefined;
}

/** Whether the offset of a zone is one that zones have: up to 14 hours. */
function hasOffset([, hours = '0', minutes = '0']: RegExpExecArray): boolean {
  return Math.abs(Number(hours)) <= 14 && Number(minutes) < 60;
}

/** The zone of an offset, as luxon names it. */
function fixedZone([, hours, minutes = '00']: RegExpExecArray): string {
  return hours ? `UTC${hours}:${minutes}` : 'UTC';
}

function toInstant(local: LocalTime, zone: string | undefined, isWholeDay = false): Date | string {
  if (!zone) return `${NOT_A_TIME}; time_zone says the zone of times without one`;
  const time = DateTime.fromObject(local, { zone });
  if (!time.isValid) return NOT_A_TIME;
  if (isWholeDay) return time.startOf('day').toJSDate();
  if (time.hour !== local.hour || time.minute !== local.minute) {
    return `must exist in ${zone}, where clocks were put forward over it`;
  }
  return new Date(Math.min(...time.getPossibleOffsets().map((one) => one.toMillis())));
}
