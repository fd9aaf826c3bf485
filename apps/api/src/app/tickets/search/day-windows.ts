/** How many tickets were filed on a day, `YYYY-MM-DD` in UTC. */
export interface DayCount {
  readonly day: string;
  readonly tickets: number;
}

/** Days in a row, none of them without a ticket; in the order in which a search goes through them. */
export type DayWindow = readonly [DayCount, ...DayCount[]];

export const WINDOWS = {
  /** How many tickets the first window of a search has, and the smallest of the others. */
  tickets: 4000,
  /** How many times as many as all windows before it the next one has at most. */
  growth: 4,
  /** How many times as many as will do, if matches are as frequent as before. */
  margin: 1.5,
  /** How many parts a window is cut into that has more matches than wanted. */
  parts: 4,
};

/** Takes the first of the days, with at most so many tickets, but one day at least; `undefined` when there is none. */
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
 * How many tickets the next window should have.
 * @param seen how many the windows so far had, all of whose matches were found
 * @param missing how many matches are still wanted
 */
export function nextSize(seen: number, found: number, missing: number): number {
  const likely = found ? WINDOWS.margin * missing * (seen / found) : Infinity;
  return Math.max(WINDOWS.tickets, Math.min(likely, seen * WINDOWS.growth));
}

/** The same window in parts: days with as many tickets each, as far as that goes. */
export function partsOf(window: DayWindow): DayWindow[] {
  const days = [...window];
  const size = sizeOf(window) / WINDOWS.parts;
  const parts: DayWindow[] = [];
  for (let part = takeWindow(days, size); part; part = takeWindow(days, size)) parts.push(part);
  return parts;
}

export function sizeOf(window: DayWindow): number {
  return window.reduce((sum, { tickets }) => sum + tickets, 0);
}
