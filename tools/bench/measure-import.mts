import { createServerDatabase } from '#testing/test-database';
import type { Figure } from './figures.mts';
import { importTickets } from './import-tickets.mts';
import type { OfSize } from './measure-size.mts';
import { startApi } from './processes.mts';

/** Rows a second of an import through an API on a new database; the API's most memory meanwhile, in megabytes. */
export async function measureImport(adminUrl: string, rows: number) {
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

/** @param copied the database that a bare COPY has filled with as many rows: the same table, empty at first, with all its indexes and counters */
export function importFigures(
  seen: Awaited<ReturnType<typeof measureImport>> | undefined,
  copied: OfSize | undefined,
): Figure[] {
  const perSecond = copied && copied.tickets / copied.fillSeconds;
  return [
    {
      what: 'import',
      measured: seen?.perSecond,
      unit: 'rows/s',
      note: `${seen?.rows ?? '?'} rows into an empty database`,
    },
    { what: 'the same by a bare COPY', measured: perSecond, unit: 'rows/s', note: 'into the same table' },
    {
      what: 'import / bare COPY',
      measured: seen && perSecond && seen.perSecond / perSecond,
      unit: '',
      target: { atLeast: 0.3 },
    },
    { what: 'API memory while importing, at most', measured: seen?.memory, unit: 'MB', target: { atMost: 250 } },
  ];
}
