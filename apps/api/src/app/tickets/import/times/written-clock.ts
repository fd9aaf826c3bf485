import { IANAZone } from 'luxon';
import { foldWord } from '@docket/import-rows';
import { CLOCK_WORDS, CONNECTORS, ZONE_OFFSETS } from './time-tables';
import { type HalfDay, timeWords } from './time-words';
import { isUnclearZone } from './unclear-zones';

/** A time of day. 24:00 is the end of the day, and second 60 is a leap second. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** The clock time in a text, its zone in luxon's notation, if any, and the text of its date. */
interface WrittenClock {
  readonly date: string;
  readonly clock: ClockTime;
  readonly zone?: string;
}

const CLOCK = /(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,:](\d{1,9}))?)?(?!\d)/;
const OFFSET = /^(?:UTC|GMT|Z)? ?([+-]\d\d?)(?::?(\d\d))?(?![\d/.-])/i;
const BRACKETS = /^[[(]([^\])]*)[\])]/;
/** The places that Windows lists after the offset of a zone: "(UTC+01:00) Amsterdam, Berlin", "(UTC-05:00) Eastern Time (US & Canada)". */
const PLACES = /^ ?\p{L}[\p{L}\p{M} ,.'’&()-]*$/u;
const ZONE_NAME = /^[a-z_]+(?:\/[\w+-]+){1,2}/i;
const WORD = /^(?:\p{L}\. ?\p{L}(?!\p{L})\.?|\p{L}[\p{L}\p{M}]*\.?)/u;
const SIGNS_BETWEEN = ['', ',', '@', '-', '–', '—', '|', '·'];

/** Finds the clock time in a normalized text; undefined if there is none, or if the clock time or its zone is invalid. */
export function findClock(text: string): WrittenClock | undefined {
  const found = CLOCK.exec(text);
  if (!found) return undefined;
  const before = readBefore(text.slice(0, found.index));
  const after = readAfter(text.slice(found.index + found[0].length));
  const clock = readClock(found, after?.half ?? before.half);
  return after && clock && { date: `${before.date} ${after.rest}`.trim(), clock, zone: after.zone };
}

/** The date before a clock time, without the words in between. */
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

/** The half of the day and the zone after a clock time, and the rest of the text; undefined if the zone is unknown. */
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

/** A part after a clock time: an offset, a zone or comment in brackets, a zone name, or a word. */
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
  // Checked before the words: here, "PT" is not the Polish abbreviation of Friday.
  if (!zone && isUnclearZone(word)) return { length: word.length, isZone: true };
  const half = zone ? undefined : halfOf(word);
  return zone || half || CLOCK_WORDS.has(foldWord(word)) ? { length: word.length, zone, half } : undefined;
}

/** The zone of an offset; undefined above 14 hours, which no zone has. */
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
