/** The age of something, in the unit that suits a list. After a day its date says more. */
export type Age =
  | { readonly unit: 'now' }
  | { readonly unit: 'minute' | 'hour'; readonly count: number }
  | { readonly unit: 'date'; readonly isThisYear: boolean };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * @param time RFC 3339; a time in the future, from a clock that differs, counts as now
 * @param now ms since 1970
 */
export function toAge(time: string, now: number): Age {
  const date = new Date(time);
  const elapsed = now - date.getTime();
  if (elapsed < MINUTE) return { unit: 'now' };
  if (elapsed < HOUR) return { unit: 'minute', count: Math.floor(elapsed / MINUTE) };
  if (elapsed < DAY) return { unit: 'hour', count: Math.floor(elapsed / HOUR) };
  return { unit: 'date', isThisYear: date.getFullYear() === new Date(now).getFullYear() };
}
