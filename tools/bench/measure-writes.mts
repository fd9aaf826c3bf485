import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { believableTickets } from './believable-tickets.mts';
import type { Figure } from './figures.mts';
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
    const started = performance.now();
    const sent = request(`${api.url}/api/tickets/import/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
    await pipeline(Readable.from(ndjson(rows)), sent);
    const [answer] = await answered;
    const { imported } = (await json(answer)) as { imported?: number };
    const seconds = (performance.now() - started) / 1000;
    if (imported !== rows) throw new Error(`Of ${rows} rows, ${imported} were imported (status ${answer.statusCode})`);
    return { perSecond: rows / seconds, memory };
  } finally {
    clearInterval(watch);
    await api.stop();
  }
}

function* ndjson(rows: number): Generator<string> {
  for (const { createdAt, ...ticket } of believableTickets(rows, 2)) {
    yield `${JSON.stringify({ ...ticket, created_at: createdAt })}\n`;
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
