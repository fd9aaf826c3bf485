import { DISPLAY_LOCALE } from '../display-locale';

/** An age for lists. From one day on, the date replaces it. */
export type Age =
  | { readonly unit: 'now' }
  | { readonly unit: 'minute' | 'hour'; readonly count: number }
  | { readonly unit: 'date'; readonly date: string };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// Angular's DatePipe would add 4 kB to the scripts before the first row, and names a zone only by its offset.
const dayAndMonth = new Intl.DateTimeFormat(DISPLAY_LOCALE, { day: 'numeric', month: 'short' });
const dayMonthAndYear = new Intl.DateTimeFormat(DISPLAY_LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const exactTime = new Intl.DateTimeFormat(DISPLAY_LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/**
 * @param time RFC 3339; a future time, due to different clocks, counts as now
 * @param now ms since 1970
 */
export function toAge(time: string, now: number): Age {
  const date = new Date(time);
  const elapsed = now - date.getTime();
  if (elapsed < MINUTE) return { unit: 'now' };
  if (elapsed < HOUR) return { unit: 'minute', count: Math.floor(elapsed / MINUTE) };
  if (elapsed < DAY) return { unit: 'hour', count: Math.floor(elapsed / HOUR) };
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return { unit: 'date', date: (isThisYear ? dayAndMonth : dayMonthAndYear).format(date) };
}

/** Local time to the minute, with its zone: "Thu, 12 Mar 2026, 14:05 CET". */
export function formatExactTime(time: string): string {
  return exactTime.format(new Date(time));
}
