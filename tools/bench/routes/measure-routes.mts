import { type Load, load } from '../load.mts';
import type { FilledDatabase } from '../measure-size.mts';
import { startBareRoutes } from '../processes.mts';
import { alternate } from '../statistics.mts';

/** Requests per second, by round. */
export interface RoutesMeasurements {
  readonly list: readonly number[];
  readonly bareList: readonly number[];
  readonly ticket: readonly number[];
  readonly bareTicket: readonly number[];
  readonly statistics: readonly number[];
}

const LIST = '/api/tickets/';
const STATISTICS = '/api/tickets/stats/';
const WARM_UP_SECONDS = 2;

/** Measures the list of 50, one ticket and the statistics on the API, and the first two on bare routes. */
export async function measureRoutes(
  { api, url }: FilledDatabase,
  rounds: number,
  seconds: number,
): Promise<RoutesMeasurements> {
  const bare = await startBareRoutes(url);
  try {
    const tickets = await ticketPaths(api.url);
    const options: Load = { connections: 16, seconds };
    const rate = async (url: string, paths: readonly string[]) => (await load(url, paths, options)).perSecond;
    for (const server of [api, bare]) {
      for (const paths of [[LIST], tickets]) await load(server.url, paths, { ...options, seconds: WARM_UP_SECONDS });
    }
    return await alternate(rounds, {
      list: () => rate(api.url, [LIST]),
      bareList: () => rate(bare.url, [LIST]),
      ticket: () => rate(api.url, tickets),
      bareTicket: () => rate(bare.url, tickets),
      statistics: () => rate(api.url, [STATISTICS]),
    });
  } finally {
    await bare.stop();
  }
}

/** Paths of the tickets on the first page. */
async function ticketPaths(url: string): Promise<string[]> {
  const response = await fetch(url + LIST);
  const tickets = (await response.json()) as { id: number }[];
  return tickets.map(({ id }) => `/api/tickets/${id}/`);
}
