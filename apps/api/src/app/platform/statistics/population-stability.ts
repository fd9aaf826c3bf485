/** Added to each count, so that a value that one side lacks has no infinite weight (Jeffreys). */
const PRIOR = 0.5;

/**
 * The population stability index: how far the shares of some values are from those of earlier cases. 0 for the same shares; above 0.1
 * a change, above 0.2 a large one, by the usual rule of those who watch credit scores (Siddiqi 2006).
 * @param before counts of each value, in the same order as `now`
 */
export function populationStability(before: readonly number[], now: readonly number[]): number {
  const [expected, actual] = [sharesOf(before), sharesOf(now)];
  return actual.reduce((sum, share, index) => {
    const other = expected[index] ?? 0;
    return sum + (share - other) * Math.log(share / other);
  }, 0);
}

function sharesOf(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count + PRIOR, 0);
  return counts.map((count) => (count + PRIOR) / all);
}
