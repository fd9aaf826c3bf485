import { createServerDatabase } from '#testing/test-database';
import { fill } from './fill.mts';
import { type LoadResult, load } from './load.mts';
import { mixedLists } from './mixed-lists.mts';
import { type Server, startApi } from './processes.mts';
import { SEARCH_KINDS, type SearchKind, hardSearches, searches, shortSearches } from './searches.mts';
import { median } from './statistics.mts';

/** Measurements that depend on the number of tickets. */
export interface SizeMeasurements {
  readonly tickets: number;
  readonly fillSeconds: number;
  readonly readyAfter: number;
  readonly lists: LoadResult;
  /** Time of page 1,000, or of the middle page of a shorter list, divided by that of page 1. */
  readonly deepToFirst: number;
  readonly search: Readonly<Record<SearchKind, LoadResult>>;
  readonly hardSearch: LoadResult;
  readonly shortSearch: LoadResult;
  readonly stats: LoadResult;
}

const FIRST = '/api/tickets/?limit=50';
const STATS = '/api/tickets/stats/';
const CONNECTIONS = 16;
const ROUNDS = 5;

/** A filled database and its API. */
export interface FilledDatabase {
  readonly url: string;
  readonly api: Server;
}

/** Creates a database of this size and measures the API on it. The API keeps running. */
export async function measureSize(
  adminUrl: string,
  tickets: number,
): Promise<FilledDatabase & { of: SizeMeasurements }> {
  const { url } = await createServerDatabase(adminUrl);
  await (await startApi(url)).stop(); // migrates
  const fillSeconds = await fill(url, tickets);
  const api = await startApi(url);
  try {
    return {
      of: { tickets, fillSeconds, readyAfter: api.readyAfter, ...(await measureReads(api.url, tickets)) },
      api,
      url,
    };
  } catch (error) {
    await api.stop();
    throw error;
  }
}

async function measureReads(url: string, tickets: number) {
  const mixes = await mixedLists(url);
  await load(url, [FIRST, STATS, ...mixes], { connections: CONNECTIONS, seconds: 4 }); // warms up
  const alone = { connections: 1, times: 5 };
  const search = {} as Record<SearchKind, LoadResult>;
  for (const kind of SEARCH_KINDS) search[kind] = await load(url, searches(kind), alone);
  return {
    lists: await load(url, mixes, { connections: CONNECTIONS, seconds: 8 }),
    deepToFirst: await deepToFirst(url, tickets),
    search,
    hardSearch: await load(url, hardSearches(), alone),
    shortSearch: await load(url, shortSearches(), alone),
    stats: await load(url, [STATS], { connections: 1, times: 1000 }),
  };
}

/** Alternates between the two pages, so that other load on the machine affects both. */
async function deepToFirst(url: string, tickets: number): Promise<number> {
  const deep = await deepPage(url, tickets);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const first = await load(url, [FIRST], { connections: 1, times: 200 });
    ratios.push((await load(url, [deep], { connections: 1, times: 200 })).p50 / first.p50);
  }
  return median(ratios);
}

/** Page 1,000 of 50 tickets, or the middle page of a shorter list. */
async function deepPage(url: string, tickets: number): Promise<string> {
  let path = '/api/tickets/?limit=200';
  for (let left = Math.min(50_000, tickets / 2); left > 0; left -= 200) path = await nextOf(url, path);
  return path.replace('limit=200', 'limit=50');
}

async function nextOf(url: string, path: string): Promise<string> {
  const response = await fetch(url + path);
  const next = /<([^<>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  if (!response.ok || !next) throw new Error(`${path} has no next page`);
  await response.arrayBuffer();
  return next;
}
