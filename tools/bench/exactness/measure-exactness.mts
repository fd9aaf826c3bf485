import { createServerDatabase } from '#testing/test-database';
import { fill } from '../fill.mts';
import { startApi } from '../processes.mts';
import { sumFields } from './consistency.mts';
import { type WriteCounts, importRepeatedly, writeThroughApi } from './api-writers.mts';
import { type ComparisonCounts, compareCounters, compareStats } from './compare.mts';
import { type TransactionCounts, writeDirectly } from './direct-writer.mts';

/** Measurements of the counters under concurrent writers. */
export interface ExactnessMeasurements {
  /** Snapshots in which the counters were compared with the tickets. */
  readonly counters: ComparisonCounts;
  /** Checked responses of the statistics. */
  readonly stats: ComparisonCounts;
  /** Transactions that bypassed the API. */
  readonly direct: TransactionCounts;
  readonly requests: WriteCounts;
  readonly files: WriteCounts;
}

/** Small enough to compare all tickets in a fraction of a second. */
const TICKETS = 20_000;
const DIRECT_WRITERS = 4;
const API_WRITERS = 3;

/** Compares counters, statistics and tickets of a new database during concurrent writes, and once after them. */
export async function measureExactness(adminUrl: string, seconds = 20): Promise<ExactnessMeasurements> {
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
      counters: sumFields([counters, await compareCounters(url, 0)]),
      stats: sumFields([stats, await compareStats(api.url, 0)]),
      direct: sumFields(direct),
      requests: sumFields(requests),
      files,
    };
  } finally {
    await api.stop();
  }
}
