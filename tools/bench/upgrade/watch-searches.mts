import { setTimeout as sleep } from 'node:timers/promises';

/** Searches over HTTP during an upgrade. */
export interface SearchObservations {
  /** Time of the slowest search, in seconds. */
  readonly waited: number;
  /** Number of searches. */
  readonly sent: number;
  /** Number of responses other than 200. */
  readonly failed: number;
}

/** A frequent word, and a word that no ticket contains. */
const SEARCHES = ['payment', 'zzyzx'];
const PAUSE_MS = 500;

/** Repeats searches until `work` has ended. */
export async function watchSearches(apiUrl: string, work: Promise<unknown>): Promise<SearchObservations> {
  let isOver = false;
  const over = work.finally(() => (isOver = true));
  const seen = { waited: 0, sent: 0, failed: 0 };
  for (; !isOver; await sleep(PAUSE_MS)) {
    for (const search of SEARCHES) {
      const started = performance.now();
      const response = await fetch(`${apiUrl}/api/tickets/?search=${search}`);
      await response.arrayBuffer();
      seen.waited = Math.max(seen.waited, (performance.now() - started) / 1000);
      seen.sent++;
      if (!response.ok) seen.failed++;
    }
  }
  await over;
  return seen;
}
