import { foldWord, words } from '@docket/import-rows';

/** Names of a column with the clock time that belongs to the preceding date column. */
const CLOCK_NAMES: ReadonlySet<string> = new Set(
  words(
    'Time, Clock, Uhrzeit, Zeit, Heure, Hora, Ora, Tijd, Godzina, Tid, Klockslag, Klokkeslæt, Aika, Saat, Čas, Idő, Ώρα, Время, Час, 時刻, 時間, 时间, 시간, 시각, Giờ, Jam',
  ).map(foldWord),
);

const NAME_MAX_LENGTH = 100;

const CLOCK = /^\s{0,5}\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?\s{0,5}$/i;

/** Position of the clock column of a date; undefined if there is none. */
export function clockPosition(names: readonly string[], dates: readonly number[]): number | undefined {
  const [date, other] = dates;
  if (date === undefined) return undefined;
  const next = names[date + 1];
  const isClock = next !== undefined && next.length <= NAME_MAX_LENGTH && CLOCK_NAMES.has(foldWord(next));
  return isClock ? date + 1 : other;
}

/** Joins a day and a clock time from two columns, in either order. Returns any other time of the first column unchanged. */
export function withClock(time: unknown, other: unknown): unknown {
  if (typeof time !== 'string' || typeof other !== 'string') return time;
  if (CLOCK.test(other) && isDay(time)) return `${time.trim()} ${other.trim().replaceAll('.', ':')}`;
  if (CLOCK.test(time) && isDay(other)) return `${other.trim()} ${time.trim().replaceAll('.', ':')}`;
  return time;
}

function isDay(text: string): boolean {
  return text.trim() !== '' && !text.includes(':') && !CLOCK.test(text);
}
