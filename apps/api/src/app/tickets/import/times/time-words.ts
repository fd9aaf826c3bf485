import { foldWord, words } from '@docket/import-rows';
import { HALF_DAY_WORDS, MONTH_WORDS } from './time-tables';

/** am or pm on a twelve-hour clock. */
export type HalfDay = 'am' | 'pm';

/** Words in times, in many languages, folded. */
interface TimeWords {
  /** Month numbers; null for a name that stands for different months in different languages. */
  readonly months: ReadonlyMap<string, number | null>;
  readonly weekdays: ReadonlySet<string>;
  readonly halfDays: ReadonlyMap<string, HalfDay>;
}

/** Languages whose month and day names are read. Croatian is included so that its names are not mistaken for Czech or Polish ones. */
const LOCALES = words(`
  en-US, en-GB, de, fr, es, it, pt, nl, pl, cs, sk, ru, uk, bg, sr, hr, sl, tr, sv, da, nb, fi, et, hu, ro, el, lt, lv, ca, id, he,
  ar, hi, th, ja, zh, zh-TW, ko, vi`);

/** Length of the abbreviations that programs cut from full names, as Java did before version 9. */
const SHORT_LENGTH = 3;

const LETTERS = /\p{L}[\p{L}\p{M}]*/gu;
/** One sample time in each month. Together they cover all weekdays and two hours of each half of the day. */
const SAMPLES = Array.from({ length: 12 }, (_, month) => {
  const monday = 8 - ((new Date(Date.UTC(2024, month, 1)).getUTCDay() + 6) % 7);
  return new Date(Date.UTC(2024, month, monday + (month % 7), (month % 4) * 6 + 3));
});

let built: TimeWords | undefined;

/** The word tables. Built on first use. */
export function timeWords(): TimeWords {
  return (built ??= build());
}

function build(): TimeWords {
  const months = new Map<string, number | null>();
  const shortMonths = new Map<string, number | null>();
  const weekdays = new Set<string>();
  const halfDays = new Map<string, HalfDay | null>();
  for (const { type, value, time } of LOCALES.flatMap(writtenSamples)) {
    if (/\p{N}/u.test(value)) continue; // month names with digits: of Chinese, and of Czech between numbers
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

/** The words of the sample times in a language: months alone and with a day, because some languages inflect them. */
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

/** Adds a name. A name with several meanings becomes null. */
function add<V>(names: Map<string, V | null>, name: string, meaning: V): void {
  const folded = foldWord(name);
  if (folded) names.set(folded, names.has(folded) && names.get(folded) !== meaning ? null : meaning);
}

function withoutNull<V>(names: ReadonlyMap<string, V | null>): ReadonlyMap<string, V> {
  return new Map([...names].filter((entry): entry is [string, V] => entry[1] !== null));
}
