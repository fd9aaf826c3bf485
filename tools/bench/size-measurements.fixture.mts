import type { LoadResult } from './load.mts';
import type { SizeMeasurements } from './measure-size.mts';

const seen = (p50: number, p95: number): LoadResult => ({ perSecond: 1000 / p50, p50, p95 });

/** Measurements at one size, for specs. */
export function sizeMeasurements(overrides: Partial<SizeMeasurements> = {}): SizeMeasurements {
  return {
    tickets: 10_000,
    fillSeconds: 5,
    readyAfter: 900,
    lists: seen(10, 20),
    deepToFirst: 1.1,
    search: {
      frequent: seen(1, 2),
      common: seen(1, 3),
      rare: seen(1, 4),
      absent: seen(1, 5),
      old: seen(1, 6),
    },
    hardSearch: seen(50, 400),
    shortSearch: seen(7, 8),
    stats: seen(2, 3),
    ...overrides,
  };
}
