import autocannon, { type Options, type Result } from 'autocannon';
import { percentile } from './statistics.mts';

/** Results of a load generator. */
export interface LoadResult {
  readonly perSecond: number;
  /** 50th and 95th percentile of the latencies, in ms. */
  readonly p50: number;
  readonly p95: number;
}

export interface Load {
  readonly connections: number;
  /** Duration in seconds. Without it, each path is requested `times` times. */
  readonly seconds?: number;
  readonly times?: number;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends each path once with each of these headers. */
  readonly eachHeaders?: readonly Readonly<Record<string, string>>[];
}

/**
 * Requests the paths one after another, as fast as the server responds.
 * @throws Error if a response is not a success
 */
export async function load(url: string, paths: readonly string[], options: Load): Promise<LoadResult> {
  const { connections, seconds, times = 1, method = 'GET', body, headers, eachHeaders = [{}] } = options;
  const requests = paths.flatMap((path) => eachHeaders.map((each) => ({ path, headers: { ...headers, ...each } })));
  const { result, latencies } = await run({
    url,
    connections,
    ...(seconds ? { duration: seconds } : { amount: Math.max(requests.length * times, connections) }),
    requests: requests.map(({ path, headers }) => ({
      method,
      path,
      ...(body && { body }),
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    })),
  });
  if (result.non2xx || result.errors) {
    throw new Error(`${url}${paths[0]}: ${result.non2xx} unsuccessful responses, ${result.errors} errors`);
  }
  return {
    perSecond: result.requests.total / result.duration,
    p50: percentile(latencies, 50),
    p95: percentile(latencies, 95),
  };
}

/** Also collects each latency, because autocannon's histogram has whole milliseconds and no 95th percentile. */
function run(options: Options): Promise<{ result: Result; latencies: number[] }> {
  const latencies: number[] = [];
  return new Promise((resolve, reject) => {
    const running = autocannon(options, (error, result) =>
      error ? reject(error as Error) : resolve({ result, latencies }),
    );
    running.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
}
