import { foldWord, words } from '@docket/import-rows';
import { HALF_DAY_WORDS, MONTH_WORDS } from './time-tables';

/** Half of the day on a clock of twelve hours. */
export type HalfDay = 'am' | 'pm';

/** The words of times in many languages, folded. */
interface TimeWords {
  /** The numbers of months; null for a name that languages give to different months. */
  readonly months: ReadonlyMap<string, number | null>;
  readonly weekdays: ReadonlySet<string>;
  readonly halfDays: ReadonlyMap<string, HalfDay>;
}

/** The languages whose names of months and days are read. Of Croatian, names are known so that they are not read as Czech or Polish. */
const LOCALES = words(`
  en-US, en-GB, de, fr, es, it, pt, nl, pl, cs, sk, ru, uk, bg, sr, hr, sl, tr, sv, da, nb, fi, et, hu, ro, el, lt, lv, ca, id, he,
  ar, hi, th, ja, zh, zh-TW, ko, vi`);

/** Length of the short names that programs cut from the long ones, as Java did before version 9. */
const SHORT_LENGTH = 3;

const LETTERS = /\p{L}[\p{L}\p{M}]*/gu;
/** A day of each month: each weekday, and two hours of each half of the day. */
const SAMPLES = Array.from({ length: 12 }, (_, month) => {
  const monday = 8 - ((new Date(Date.UTC(2024, month, 1)).getUTCDay() + 6) % 7);
  return new Date(Date.UTC(2024, month, monday + (month % 7), (month % 4) * 6 + 3));
});

let built: TimeWords | undefined;

/** The words of times. Built once, when a time has a word. */
export function timeWords(): TimeWords {
  return (built ??= build());
}

function build(): TimeWords {
  const months = new Map<string, number | null>();
  const shortMonths = new Map<string, number | null>();
  const weekdays = new Set<string>();
  const halfDays = new Map<string, HalfDay | null>();
  for (const { type, value, time } of LOCALES.flatMap(writtenSamples)) {
    if (/\p{N}/u.test(value)) continue; // months of Chinese, and of Czech between numbers
    if (type === 'dayPeriod') add(halfDays, value, time.getUTCHours() < 12 ? 'am' : 'pm');
    else if (type === 'weekday') for (const word of value.match(LETTERS) ?? []) weekdays.add(foldWord(word));
    else if (type === 'month') {
      add(months, value, time.getUTCMonth() + 1);
      add(shortMonths, [...foldWord(value)].slice(0, SHORT_LENGTH).join(''), time.getUTCMonth() + 1);
    }
  }
  MONTH_WORDS.forEach((names, index) => names.forEach((name) => months.set(foldWord(name), index + 1)));
  for (const half of ['am', 'pm'] as const) for (const name of HALF_DAY_WORDS[half]) halfDays.set(foldWord(name), half);
  return { months: new Map([...shortMonths, ...months]), weekdays, halfDays: withoutNull(halfDays) };
}

/** The parts of the sample times in a language: months alone and with a day, because some languages inflect them. */
function writtenSamples(locale: string) {
  const styles = (['long', 'short'] as const).flatMap((month) => [
    { month },
    { month, day: 'numeric', weekday: month, hour: 'numeric', hour12: true } as const,
  ]);
  return styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(locale, { ...style, calendar: 'gregory', timeZone: 'UTC' });
    return SAMPLES.flatMap((time) => format.formatToParts(time).map((part) => ({ ...part, time })));
  });
}

/** Adds a name. One with several meanings has none. */
function add<V>(names: Map<string, V | null>, name: string, meaning: V): void {
  const folded = foldWord(name);
  if (folded) names.set(folded, names.has(folded) && names.get(folded) !== meaning ? null : meaning);
}

function withoutNull<V>(names: ReadonlyMap<string, V | null>): ReadonlyMap<string, V> {
  return new Map([...names].filter((entry): entry is [string, V] => entry[1] !== null));
}
