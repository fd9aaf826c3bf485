import { shareOf } from '../../platform/statistics/proportions';

/** Fewer cases give no figure: its interval would be wider than 35 points. */
export const CASES_MIN = 30;

/** A number of cases, and the share of them with its interval of 95 %; null for too few cases. */
export interface Measured {
  readonly n: number;
  readonly right: number;
  readonly share: number | null;
  readonly interval: readonly [low: number, high: number] | null;
}

export function measured(right: number, n: number): Measured {
  const share = n < CASES_MIN ? undefined : shareOf(right, n);
  return { n, right, share: share?.share ?? null, interval: share ? [share.low, share.high] : null };
}
