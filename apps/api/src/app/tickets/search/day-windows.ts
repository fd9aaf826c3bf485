/** The number of tickets that were filed on a UTC day, `YYYY-MM-DD`. */
export interface DayCount {
  readonly day: string;
  readonly tickets: number;
}

/** Consecutive days with tickets, in the order in which a search visits them. */
export type DayWindow = readonly [DayCount, ...DayCount[]];

export const WINDOW_LIMITS = {
  /** Tickets in the first window of a search, and the minimum for every other. */
  tickets: 4000,
  /** Maximum size of the next window, relative to all windows before it. */
  growth: 4,
  /** Size of the next window, relative to the size that suffices if matches stay as frequent. */
  margin: 1.5,
  /** Number of parts into which a window with too many matches is split. */
  parts: 4,
};

/** Takes days off the front, up to a number of tickets but at least one day; undefined if none is left. */
export function takeWindow(days: DayCount[], tickets: number): DayWindow | undefined {
  const first = days.shift();
  if (!first) return undefined;
  const window: [DayCount, ...DayCount[]] = [first];
  let taken = first.tickets;
  for (let next = days[0]; next && taken + next.tickets <= tickets; next = days[0]) {
    taken += next.tickets;
    window.push(next);
    days.shift();
  }
  return window;
}

/**
 * The number of tickets for the next window.
 * @param seen tickets in the windows so far, all of whose matches were found
 * @param found those matches
 * @param missing matches that are still wanted
 */
export function nextWindowSize(seen: number, found: number, missing: number): number {
  const likely = found ? WINDOW_LIMITS.margin * missing * (seen / found) : Infinity;
  return Math.max(WINDOW_LIMITS.tickets, Math.min(likely, seen * WINDOW_LIMITS.growth));
}

/** Splits a window into parts of about the same number of tickets, each of at least one day. */
export function splitWindow(window: DayWindow): DayWindow[] {
  const days = [...window];
  const size = windowSize(window) / WINDOW_LIMITS.parts;
  const parts: DayWindow[] = [];
  for (let part = takeWindow(days, size); part; part = takeWindow(days, size)) parts.push(part);
  return parts;
}

/** The number of tickets on some days. */
export function windowSize(days: readonly DayCount[]): number {
  return days.reduce((sum, { tickets }) => sum + tickets, 0);
}
