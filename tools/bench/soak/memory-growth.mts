import { median } from '../statistics.mts';

/** Returns the median of the last third divided by that of the middle third. The samples have a constant interval. */
export function growthOf(samples: readonly number[]): number {
  const third = Math.floor(samples.length / 3);
  return median(samples.slice(-third)) / median(samples.slice(third, -third));
}
