import { createServerDatabase } from '#testing/test-database';
import { importTickets } from './import-tickets.mts';
import { startApi } from './processes.mts';

export interface ImportMeasurements {
  readonly rows: number;
  readonly perSecond: number;
  /** Maximum resident memory of the API, in MB. */
  readonly memory: number;
}

/** Imports tickets through an API on a new database. */
export async function measureImport(adminUrl: string, rows: number): Promise<ImportMeasurements> {
  const { url } = await createServerDatabase(adminUrl);
  const api = await startApi(url);
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, api.memory())), 500);
  try {
    const seconds = await importTickets(api.url, rows);
    return { rows, perSecond: rows / seconds, memory };
  } finally {
    clearInterval(watch);
    await api.stop();
  }
}
