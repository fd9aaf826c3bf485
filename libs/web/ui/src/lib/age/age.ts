/** How long ago something was, in the unit that a list needs; from a day on, the date says more. */
export type Age =
  | { readonly unit: 'now' }
  | { readonly unit: 'minute' | 'hour'; readonly count: number }
  | { readonly unit: 'date'; readonly date: string };

/** The texts of the client are English, so its dates and numbers are too: "12 Mar", "1,284". */
export const DISPLAY_LOCALE = 'en-GB';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const dayAndMonth = new Intl.DateTimeFormat(DISPLAY_LOCALE, { day: 'numeric', month: 'short' });
const dayMonthAndYear = new Intl.DateTimeFormat(DISPLAY_LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat(DISPLAY_LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** @param time RFC 3339. @param now in ms since 1970. A clock that runs behind the server's shows "now", never the future. */
export function ageOf(time: string, now: number): Age {
  const date = new Date(time);
  const elapsed = now - date.getTime();
  if (elapsed < MINUTE) return { unit: 'now' };
  if (elapsed < HOUR) return { unit: 'minute', count: Math.floor(elapsed / MINUTE) };
  if (elapsed < DAY) return { unit: 'hour', count: Math.floor(elapsed / HOUR) };
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return { unit: 'date', date: (sameYear ? dayAndMonth : dayMonthAndYear).format(date) };
}

/** Local time to the minute, with its zone: "Thu, 12 Mar 2026, 14:05 CET". */
export function exactTime(time: string): string {
  return exact.format(new Date(time));
}
