import { Client } from 'pg';
import { startApi } from '../processes.mts';
import { makeOldDatabase } from './old-database.mts';
import { type Watched, watchUpgrade } from './watch-upgrade.mts';

/** What upgrading a database of the first version took. */
export interface UpgradeSeen extends Watched {
  readonly tickets: number;
  /** Seconds from the start of the API to its first "ready". */
  readonly seconds: number;
  readonly before: TableSize;
  readonly after: TableSize;
}

/** Megabytes. */
export interface TableSize {
  readonly table: number;
  readonly indexes: number;
}

/** Starts the built API on a database that the first version left with so many tickets, and watches it migrate. */
export async function measureUpgrade(adminUrl: string, tickets: number): Promise<UpgradeSeen> {
  const name = `bench_upgrade_${tickets}`;
  try {
    const url = await makeOldDatabase(adminUrl, name, tickets);
    const before = await sizeOf(url);
    let seconds = Number.NaN;
    const watched = await watchUpgrade(url, async () => {
      const api = await startApi(url);
      seconds = api.readyAfter / 1000;
      await api.stop();
    });
    return { tickets, seconds, before, after: await sizeOf(url), ...watched };
  } finally {
    await dropDatabase(adminUrl, name);
  }
}

/** Its gigabytes would be in the way of whatever is measured next. */
async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
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
