import { createServerDatabase } from '#testing/test-database';
import { fill } from '../fill.mts';
import { startApi } from '../processes.mts';
import { addFields } from './adds-up.mts';
import { type Requested, importRepeatedly, writeThroughApi } from './api-writers.mts';
import { type Compared, compareCounters, compareStats } from './compare.mts';
import { type Written, writeDirectly } from './direct-writer.mts';

/** The observations of the counters under concurrent writers. */
export interface ExactnessSeen {
  /** Snapshots in which the counters were compared with the tickets. */
  readonly counters: Compared;
  /** Responses of the statistics that were checked. */
  readonly stats: Compared;
  /** Transactions that bypassed the API. */
  readonly direct: Written;
  readonly requests: Requested;
  readonly files: Requested;
}

/** Few enough to compare all of them in a fraction of a second. */
const TICKETS = 20_000;
const DIRECT_WRITERS = 4;
const API_WRITERS = 3;

/** Compares counters, statistics and tickets of a new database during concurrent writes, and once after them. */
export async function measureExactness(adminUrl: string, seconds = 20): Promise<ExactnessSeen> {
  const { url } = await createServerDatabase(adminUrl);
  await (await startApi(url)).stop(); // migrates
  await fill(url, TICKETS);
  const api = await startApi(url);
  try {
    const until = Date.now() + seconds * 1000;
    const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
    const [counters, stats, files, direct, requests] = await Promise.all([
      compareCounters(url, until),
      compareStats(api.url, until),
      importRepeatedly(api.url, until),
      Promise.all(
        numbers(DIRECT_WRITERS).map((writer) => writeDirectly(url, { writer, writers: DIRECT_WRITERS, until })),
      ),
      Promise.all(numbers(API_WRITERS).map((writer) => writeThroughApi(api.url, { writer, tickets: TICKETS, until }))),
    ]);
    return {
      counters: addFields([counters, await compareCounters(url, 0)]),
      stats: addFields([stats, await compareStats(api.url, 0)]),
      direct: addFields(direct),
      requests: addFields(requests),
      files,
    };
  } finally {
    await api.stop();
  }
}
