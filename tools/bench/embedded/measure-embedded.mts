import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTickets } from '../import-tickets.mts';
import { type LoadResult, load } from '../load.mts';
import { mixedLists } from '../mixed-lists.mts';
import { type Server, startEmbeddedApi } from '../processes.mts';
import { SEARCH_KINDS, searches, shortSearches } from '../searches.mts';

/** Measurements of the embedded database. It serves one request at a time, so requests are sequential. */
export interface EmbeddedMeasurements {
  readonly tickets: number;
  /** Rows per second of the import that filled the database. */
  readonly importedPerSecond: number;
  /** Time until the API is ready with all tickets, in ms. */
  readonly readyAfter: number;
  readonly lists: LoadResult;
  readonly search: LoadResult;
  readonly shortSearch: LoadResult;
  readonly stats: LoadResult;
  /** Resident memory of the API with its database after the measurements, in megabytes. */
  readonly memory: number;
}

const STATS = '/api/tickets/stats/';

/** Fills a new data folder by an import, restarts the API on it, measures, and removes the folder. */
export async function measureEmbedded(tickets = 100_000): Promise<EmbeddedMeasurements> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-embedded-'));
  let api: Server | undefined;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    api = await startEmbeddedApi(folder);
    const seconds = await importTickets(api.url, tickets);
    await api.stop();
    api = await startEmbeddedApi(folder);
    const seen = await measureReads(api.url);
    return {
      tickets,
      importedPerSecond: tickets / seconds,
      readyAfter: api.readyAfter,
      ...seen,
      memory: api.memory(),
    };
  } finally {
    await api?.stop();
    process.off('exit', remove);
    remove();
  }
}

async function measureReads(url: string) {
  const alone = { connections: 1, times: 3 };
  const mixes = await mixedLists(url);
  await load(url, [STATS, ...mixes], alone); // warms up
  return {
    lists: await load(url, mixes, { connections: 1, times: 10 }),
    stats: await load(url, [STATS], { connections: 1, times: 500 }),
    search: await load(url, SEARCH_KINDS.flatMap(searches), alone),
    shortSearch: await load(url, shortSearches(), alone),
  };
}
