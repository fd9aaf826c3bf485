import type { Measured } from '@docket/web/quality/data';

/** A share and its interval on a scale, as percentages of its length. */
export interface Scale {
  /** The percentage at which the scale begins. It ends at 100. */
  readonly start: number;
  readonly low: number;
  readonly at: number;
  readonly high: number;
}

/** Begins at 50, or at 0 if the interval reaches below. Undefined for too few cases. */
export function toScale({ share, interval }: Measured): Scale | undefined {
  if (share === null || !interval) return undefined;
  const [low = share, high = share] = interval;
  const start = axisStart(low);
  const place = (value: number) => (100 * (value * 100 - start)) / (100 - start);
  return { start, low: place(low), at: place(share), high: place(high) };
}

/** The percentage at which an axis of shares begins, so that the lowest one is on it. */
export function axisStart(lowest: number): number {
  return lowest < 0.5 ? 0 : 50;
}
