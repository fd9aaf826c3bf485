import { Client } from 'pg';
import { startApi } from '../processes.mts';
import { createOldDatabase } from './old-database.mts';
import { type UpgradeObservations, watchUpgrade } from './watch-upgrade.mts';

/** The observations of upgrading a database of the first version. */
export interface UpgradeMeasurements extends UpgradeObservations {
  readonly tickets: number;
  /** Seconds from the start of the API to its first "ready". */
  readonly seconds: number;
  readonly before: TableSize;
  readonly after: TableSize;
}

/** Megabytes. */
interface TableSize {
  readonly table: number;
  readonly indexes: number;
}

/** Starts the built API on a database of the first version, and observes its migrations. */
export async function measureUpgrade(adminUrl: string, tickets: number): Promise<UpgradeMeasurements> {
  const database = await createOldDatabase(adminUrl, tickets);
  const { url } = database;
  try {
    const before = await sizeOf(url);
    let seconds = Number.NaN;
    const watched = await watchUpgrade(url, async () => {
      const api = await startApi(url);
      seconds = api.readyAfter / 1000;
      await api.stop();
    });
    return { tickets, seconds, before, after: await sizeOf(url), ...watched };
  } finally {
    await database.remove(); // it occupies gigabytes
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
