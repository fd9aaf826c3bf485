/** Axis of the chart of days. */
export interface DayAxis {
  /** Count at the top. Longer bars are cut. */
  readonly end: number;
  /** Counts with a line, from 0 to `end`. */
  readonly ticks: readonly number[];
}

const MIN_END = 4;

/**
 * The axis ends at no more than twice the 90th percentile, so that a bulk import on one day does not flatten all other bars. The end is
 * rounded up to a step of 1, 2 or 5 times a power of ten, with three or four steps.
 */
export function toDayAxis(counts: readonly number[]): DayAxis {
  const sorted = counts.toSorted((one, other) => one - other);
  const highest = sorted.at(-1) ?? 0;
  const percentile90 = sorted[Math.ceil(0.9 * sorted.length) - 1] ?? 0;
  const wanted = Math.max(MIN_END, percentile90 > 0 ? Math.min(highest, 2 * percentile90) : highest);
  const step = niceStep(wanted / 4);
  const steps = Math.ceil(wanted / step);
  return { end: steps * step, ticks: Array.from({ length: steps + 1 }, (_, index) => index * step) };
}

/** The next 1, 2 or 5 times a power of ten. */
function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, atLeast)));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= atLeast) ?? 10);
}
