/** Latencies from a key to the next painted frame, in ms. Browsers report them in steps of 8, from 16 on. */
export interface Typing {
  readonly keys: number;
  /** The slowest key, without one outlier per 50 keys, as in Interaction to Next Paint. */
  readonly slowKey: number;
  readonly slowestKey: number;
  /** `slowKey` in a page with only an input, which is the latency of the machine and the browser. */
  readonly inEmptyPage: number;
}

const SHORTEST_REPORTED_MS = 16;

/** Adds keys that were too fast to be reported. */
export function withUnreportedKeys(reported: readonly number[], keys: number): number[] {
  return Array.from({ length: keys }, (_, n) => reported[n] ?? SHORTEST_REPORTED_MS);
}

/** Summarises the latencies of keys in the list and in an empty page. */
export function summariseKeys(inList: readonly number[], inEmptyPage: readonly number[]): Typing {
  return {
    keys: inList.length,
    slowKey: slowKey(inList),
    slowestKey: slowestFirst(inList)[0] ?? Number.NaN,
    inEmptyPage: slowKey(inEmptyPage),
  };
}

function slowKey(latencies: readonly number[]): number {
  return slowestFirst(latencies)[Math.floor(latencies.length / 50)] ?? Number.NaN;
}

function slowestFirst(latencies: readonly number[]): number[] {
  return [...latencies].sort((one, other) => other - one);
}
