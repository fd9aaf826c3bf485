import { Readable } from 'node:stream';
import { Client } from 'pg';
import { believableTickets } from './believable-tickets.mts';
import { fill } from './fill.mts';
import { load, median } from './load.mts';
import type { Server } from './processes.mts';

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
  return { counted: median(counted), bare: median(bare) };
}

/** Rows a second of an import through the API, and of a bare COPY into the same table; the API's most memory meanwhile, in megabytes. */
export async function measureImport(api: Server, databaseUrl: string, rows: number) {
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, api.memory())), 200);
  const started = performance.now();
  const answer = await fetch(`${api.url}/api/tickets/import/`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(Readable.from(ndjson(rows))) as ReadableStream,
    duplex: 'half',
  });
  const { imported } = (await answer.json()) as { imported?: number };
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  if (imported !== rows) throw new Error(`Of ${rows} rows, ${imported} were imported (status ${answer.status})`);
  return { perSecond: rows / seconds, copyPerSecond: rows / (await fill(databaseUrl, rows, 3)), memory };
}

function* ndjson(rows: number): Generator<string> {
  for (const { createdAt, ...ticket } of believableTickets(rows, 2)) {
    yield `${JSON.stringify({ ...ticket, created_at: createdAt })}\n`;
  }
}

function never(): never {
  throw new Error('There is always a first ticket');
}
