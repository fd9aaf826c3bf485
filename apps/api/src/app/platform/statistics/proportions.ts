/** The standard score of a two-sided interval of 95 %. */
const Z = 1.96;

/** A share with its Wilson interval of 95 % (Wilson 1927), which is sound for few cases and shares near 0 and 1. */
export interface Share {
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Undefined without a case. */
export function shareOf(right: number, n: number): Share | undefined {
  if (n === 0) return undefined;
  const share = right / n;
  const center = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const spread = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { n, share, low: Math.max(0, center - spread), high: Math.min(1, center + spread) };
}

/**
 * McNemar's exact test: the probability that two classifiers that are equally good differ as much on the same cases, two-sided.
 * @param onlyOne cases in which only the first is right
 * @param onlyOther cases in which only the second is right
 */
export function mcNemar(onlyOne: number, onlyOther: number): number {
  const n = onlyOne + onlyOther;
  let sum = 0;
  let logTerm = n * Math.log(0.5); // of the binomial distribution, at 0
  for (let k = 0; k <= Math.min(onlyOne, onlyOther); k++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log(n - k) - Math.log(k + 1);
  }
  return Math.min(1, 2 * sum);
}
