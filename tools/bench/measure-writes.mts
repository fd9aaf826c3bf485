import { Client } from 'pg';
import { believableTickets } from './believable-tickets.mts';
import type { Figure } from './figures.mts';
import { importTickets } from './import-tickets.mts';
import { load, median } from './load.mts';
import { createDatabase } from './measure-size.mts';
import { type Server, startApi } from './processes.mts';

const COUNTED = ['insert', 'update', 'delete', 'truncate'].map((event) => `tickets_counted_on_${event}`);

/** Tickets filed in a second at 16 connections: with the counters and without them, in alternating rounds. Medians. */
export async function measureCreation(api: Server, databaseUrl: string, rounds: number, seconds: number) {
  const [{ title, description, category, priority } = never()] = believableTickets(1, 7);
  const body = JSON.stringify({ title, description, category, priority });
  const create = () => load(api.url, ['/api/tickets/'], { connections: 16, seconds, method: 'POST', body });
  const counted: number[] = [];
  const bare: number[] = [];
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const triggers = (state: 'ENABLE' | 'DISABLE') =>
    client.query(`ALTER TABLE tickets ${COUNTED.map((name) => `${state} TRIGGER ${name}`).join(', ')}`);
  for (let round = 0; round < rounds; round++) {
    counted.push((await create()).perSecond);
    await triggers('DISABLE');
    bare.push((await create()).perSecond);
    await triggers('ENABLE');
  }
  await client.query('SELECT rebuild_ticket_counters()');
  await client.end();
  return {
    counted: median(counted),
    bare: median(bare),
    ratio: median(counted.map((each, n) => each / (bare[n] ?? 0))),
  };
}

/** Rows a second of an import through an API on a new database; the API's most memory meanwhile, in megabytes. */
export async function measureImport(adminUrl: string, rows: number) {
  const api = await startApi(await createDatabase(adminUrl, `bench_import_${rows}`));
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, api.memory())), 500);
  try {
    const seconds = await importTickets(api.url, rows);
    return { perSecond: rows / seconds, memory };
  } finally {
    clearInterval(watch);
    await api.stop();
  }
}

function never(): never {
  throw new Error('There is always a first ticket');
}

type Creation = Awaited<ReturnType<typeof measureCreation>>;
type Import = Awaited<ReturnType<typeof measureImport>>;

/** @param copied rows a second of a bare COPY into the same table, empty at first and with all its indexes and counters */
export function writeFigures(
  creation: Creation | undefined,
  imported: Import | undefined,
  copied: number | undefined,
): Figure[] {
  return [
    {
      what: 'filing tickets with all indexes and counters',
      measured: creation?.counted,
      unit: '/s',
      note: '16 connections',
    },
    { what: 'filing, with / without counters', measured: creation?.ratio, unit: '', target: { atLeast: 0.7 } },
    { what: 'import', measured: imported?.perSecond, unit: 'rows/s', note: 'of as many rows, into an empty database' },
    {
      what: 'import / bare COPY',
      measured: imported && copied && imported.perSecond / copied,
      unit: '',
      target: { atLeast: 0.3 },
      note: `into the same table; COPY: ${copied?.toFixed(0) ?? '?'} rows/s`,
    },
    { what: 'API memory while importing, at most', measured: imported?.memory, unit: 'MB', target: { atMost: 250 } },
  ];
}
