import { Client } from 'pg';
import { startApi } from '../processes.mts';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OldVersion, createOldDatabase } from './old-database.mts';
import { type SearchObservations, watchSearches } from './watch-searches.mts';
import { type UpgradeObservations, watchUpgrade } from './watch-upgrade.mts';

/** Observations of upgrading a database of an old version. */
export interface UpgradeMeasurements extends UpgradeObservations {
  readonly version: OldVersion;
  readonly tickets: number;
  /** Time from the start of the API to its first "ready", in seconds. */
  readonly seconds: number;
  /** Time from the start of the API to the end of its online changes, which it makes while it serves requests, in seconds. */
  readonly onlineSeconds: number;
  readonly searches: SearchObservations;
  readonly before: TableSize;
  readonly after: TableSize;
}

/** Sizes in MB. */
interface TableSize {
  readonly table: number;
  readonly indexes: number;
}

/** Starts the built API on a database of an old version, and observes its migrations and online changes. */
export async function measureUpgrade(
  adminUrl: string,
  tickets: number,
  version: OldVersion,
): Promise<UpgradeMeasurements> {
  const database = await createOldDatabase(adminUrl, tickets, version);
  const { url } = database;
  try {
    const before = await sizeOf(url);
    let seconds = Number.NaN;
    let onlineSeconds = Number.NaN;
    let searches: SearchObservations | undefined;
    const watched = await watchUpgrade(url, async () => {
      const started = performance.now();
      const api = await startApi(url);
      seconds = api.readyAfter / 1000;
      searches = await watchSearches(api.url, untilFinished(url));
      onlineSeconds = (performance.now() - started) / 1000;
      await api.stop();
    });
    if (!searches) throw new Error('The searches were not observed');
    return { version, tickets, seconds, onlineSeconds, searches, before, after: await sizeOf(url), ...watched };
  } finally {
    await database.remove(); // it occupies gigabytes
  }
}

/** Resolves when no online change is pending. */
async function untilFinished(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query('SELECT FROM online_changes WHERE finished_at IS NULL');
      if (!rows.length) return;
      await sleep(500);
    }
  } finally {
    await client.end();
  }
}

async function sizeOf(url: string): Promise<TableSize> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<TableSize>(`
      SELECT pg_table_size('tickets') / 1048576.0::float8 AS table, pg_indexes_size('tickets') / 1048576.0::float8 AS indexes`);
    return rows[0] ?? { table: Number.NaN, indexes: Number.NaN };
  } finally {
    await client.end();
  }
}
