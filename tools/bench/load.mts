import autocannon from 'autocannon';

/** What a load generator saw. */
export interface Seen {
  readonly perSecond: number;
  /** Latencies in milliseconds; autocannon knows no 95th percentile, so the next one, 97.5, stands for it. */
  readonly p50: number;
  readonly p97_5: number;
}

export interface Load {
  readonly connections: number;
  /** Seconds; without, each path is asked for `times` times. */
  readonly seconds?: number;
  readonly times?: number;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
}

/**
 * Asks a server for the paths, in turn, as fast as it answers.
 * @throws Error when any answer is not a success
 */
export async function load(url: string, paths: readonly string[], options: Load): Promise<Seen> {
  const { connections, seconds, times = 1, method = 'GET', body } = options;
  const result = await autocannon({
    url,
    connections,
    ...(seconds ? { duration: seconds } : { amount: Math.max(paths.length * times, connections) }),
    requests: paths.map((path) => ({
      method,
      path,
      ...(body && { body, headers: { 'content-type': 'application/json' } }),
    })),
  });
  if (result.non2xx || result.errors) {
    throw new Error(`${result.non2xx} answers of ${url}${paths[0]} were no success, and ${result.errors} failed`);
  }
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p97_5: result.latency.p97_5,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
