import { IANAZone } from 'luxon';
import { foldWord } from '@docket/import-rows';
import { CLOCK_WORDS, CONNECTORS, ZONE_OFFSETS } from './time-tables';
import { type HalfDay, timeWords } from './time-words';
import { isUnclearZone } from './unclear-zones';

/** A time of the day. 24:00 ends the day, and second 60 is a leap second. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** The clock of a time, with its zone if it is written, as luxon names it, and the text of its date. */
interface WrittenClock {
  readonly date: string;
  readonly clock: ClockTime;
  readonly zone?: string;
}

const CLOCK = /(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,:](\d{1,9}))?)?(?!\d)/;
const OFFSET = /^(?:UTC|GMT|Z)? ?([+-]\d\d?)(?::?(\d\d))?(?![\d/.-])/i;
const BRACKETS = /^[[(]([^\])]*)[\])]/;
/** What Windows calls a zone, after its offset: "(UTC+01:00) Amsterdam, Berlin", "(UTC-05:00) Eastern Time (US & Canada)". */
const PLACES = /^ ?\p{L}[\p{L}\p{M} ,.'’&()-]*$/u;
const ZONE_NAME = /^[a-z_]+(?:\/[\w+-]+){1,2}/i;
const WORD = /^(?:\p{L}\. ?\p{L}(?!\p{L})\.?|\p{L}[\p{L}\p{M}]*\.?)/u;
const SIGNS_BETWEEN = ['', ',', '@', '-', '–', '—', '|', '·'];

/** Finds the clock of a plain time; undefined if it has none, or more than a clock and a date. */
export function findClock(text: string): WrittenClock | undefined {
  const found = CLOCK.exec(text);
  if (!found) return undefined;
  const before = readBefore(text.slice(0, found.index));
  const after = readAfter(text.slice(found.index + found[0].length));
  const clock = readClock(found, after?.half ?? before.half);
  return after && clock && { date: `${before.date} ${after.rest}`.trim(), clock, zone: after.zone };
}

/** The date before a clock, without the words between them. */
function readBefore(text: string): { readonly date: string; readonly half?: HalfDay } {
  let half: HalfDay | undefined;
  const parts = text.replace(/(?<=\d)T$/i, '').split(' ');
  for (;;) {
    const last = parts.at(-1) ?? '';
    const word = foldWord(last);
    const isBetween = word === '' ? SIGNS_BETWEEN.includes(last) : CONNECTORS.has(word);
    const found = isBetween || /\d/.test(word) ? undefined : halfOf(word);
    if (parts.length === 1 || (!isBetween && !found)) break;
    half ??= found;
    parts.pop();
  }
  return { date: parts.join(' ').replace(/[,;]$/, ''), half };
}

/** The half of the day and the zone after a clock, and what follows them; undefined if the zone is not known. */
function readAfter(
  text: string,
): { readonly half?: HalfDay; readonly zone?: string; readonly rest: string } | undefined {
  let half: HalfDay | undefined;
  let zone: string | undefined;
  for (let rest = text; ;) {
    rest = rest.replace(/^[ ,]+/, '');
    const part = readPart(rest);
    if (!part) return { half, zone, rest: zone && PLACES.test(rest) ? '' : rest };
    if (part.isZone && !part.zone && !zone) return undefined;
    half ??= part.half;
    zone ??= part.zone;
    rest = rest.slice(part.length);
  }
}

/** What follows a clock: an offset, a zone or a comment in brackets, the name of a zone, or a word. */
interface ClockPart {
  readonly length: number;
  readonly isZone?: boolean;
  readonly zone?: string;
  readonly half?: HalfDay;
}

function readPart(text: string): ClockPart | undefined {
  const offset = OFFSET.exec(text);
  if (offset) return { length: offset[0].length, isZone: true, zone: fixedZone(offset) };
  const name = BRACKETS.exec(text) ?? ZONE_NAME.exec(text);
  if (name) return { length: name[0].length, isZone: true, zone: namedZone(name[1] ?? name[0]) };
  const word = WORD.exec(text)?.[0] ?? '';
  const zone = ZONE_OFFSETS.get(word.toUpperCase());
  // "PT" is not Friday in Polish here.
  if (!zone && isUnclearZone(word)) return { length: word.length, isZone: true };
  const half = zone ? undefined : halfOf(word);
  return zone || half || CLOCK_WORDS.has(foldWord(word)) ? { length: word.length, zone, half } : undefined;
}

/** The zone of an offset; undefined if zones have no such offset: it is up to 14 hours. */
function fixedZone([, hours = '0', minutes = '00']: RegExpExecArray): string | undefined {
  const isKnown = Math.abs(Number(hours)) <= 14 && Number(minutes) < 60;
  return isKnown ? `UTC${hours}:${minutes}` : undefined;
}

function namedZone(name: string): string | undefined {
  const offset = OFFSET.exec(name);
  const known = offset?.[0] === name ? fixedZone(offset) : ZONE_OFFSETS.get(name.toUpperCase());
  return known ?? (name.includes('/') && IANAZone.isValidZone(name) ? name : undefined);
}

function halfOf(word: string): HalfDay | undefined {
  return word === '' ? undefined : timeWords().halfDays.get(foldWord(word));
}

function readClock([, hours, minutes, seconds = '0', fraction = '']: RegExpExecArray, half?: HalfDay) {
  const written = Number(hours);
  if (half === 'am' && written > 12) return undefined;
  // 午前0:30 is half past midnight, and some exports write 21:12 PM.
  const hour = half && written <= 12 ? (written % 12) + (half === 'pm' ? 12 : 0) : written;
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3));
  const clock: ClockTime = { hour, minute: Number(minutes), second: Number(seconds), millisecond };
  const isEnd = clock.hour === 24 && clock.minute + clock.second + millisecond === 0;
  return (clock.hour < 24 || isEnd) && clock.minute < 60 && clock.second <= 60 ? clock : undefined;
}
