import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { load } from '../load.mts';
import type { FilledDatabase } from '../measure-size.mts';
import { mixedLists } from '../mixed-lists.mts';
import { alternate, median } from '../statistics.mts';

export interface ExportMeasurements {
  readonly tickets: number;
  /** Tickets per second, by round: of the export, and of a COPY of the table. */
  readonly export: readonly number[];
  readonly copy: readonly number[];
  /** Growth of the API's resident memory during the first export, in MB. */
  readonly memoryGrowth: number;
  /** 95th percentile of lists in ms, by round: alone, and while an export runs. */
  readonly listAlone: readonly number[];
  readonly listMeanwhile: readonly number[];
}

const ROUNDS = 3;
const LIST_CONNECTIONS = 4;

/** Exports all tickets of a database as NDJSON, and copies their table. */
export async function measureExport({ api, url }: FilledDatabase, seconds: number): Promise<ExportMeasurements> {
  const before = api.memory();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, api.memory())), 200);
  const tickets = await exportAll(api.url).finally(() => clearInterval(watch));
  const perSecond = async (work: () => Promise<number>) => {
    const started = performance.now();
    const rows = await work();
    if (rows !== tickets) throw new Error(`${rows} rows instead of ${tickets}`);
    return (1000 * rows) / (performance.now() - started);
  };
  const rates = await alternate(ROUNDS, {
    export: () => perSecond(() => exportAll(api.url)),
    copy: () => perSecond(() => copyAll(url)),
  });
  return { tickets, ...rates, memoryGrowth: peak - before, ...(await measureLists(api.url, seconds)) };
}

/** @returns the number of tickets in a complete export */
async function exportAll(url: string, signal?: AbortSignal): Promise<number> {
  const response = await fetch(`${url}/api/export`, { signal });
  if (!response.ok) throw new Error(`The export got ${response.status}`);
  let last: Buffer = Buffer.alloc(0);
  for await (const chunk of response.body ?? []) {
    last = Buffer.concat([last, chunk as Uint8Array]).subarray(-1000);
  }
  const line = last.toString('utf8').trimEnd().split('\n').at(-1) ?? '';
  return (JSON.parse(line) as { _docket: { rows: number } })._docket.rows;
}

async function copyAll(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const stream = client.query(to('COPY tickets TO STDOUT'));
    await pipeline(stream, new Writable({ write: (_chunk, _encoding, done) => done() }));
    return stream.rowCount;
  } finally {
    await client.end();
  }
}

async function measureLists(url: string, seconds: number) {
  const lists = await mixedLists(url);
  const p95 = async () => (await load(url, lists, { connections: LIST_CONNECTIONS, seconds })).p95;
  await p95(); // warms up
  const { alone, meanwhile } = await alternate(ROUNDS, {
    alone: p95,
    meanwhile: async () => {
      const stop = new AbortController();
      const exporting = exportsUntil(url, stop.signal);
      try {
        return await p95();
      } finally {
        stop.abort();
        await exporting;
      }
    },
  });
  return { listAlone: alone, listMeanwhile: meanwhile };
}

/** Repeats exports until the signal aborts. */
async function exportsUntil(url: string, signal: AbortSignal): Promise<void> {
  try {
    while (!signal.aborted) await exportAll(url, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Ratio of the median list latencies with and without an export. */
export function slowdown({ listAlone, listMeanwhile }: ExportMeasurements): number {
  return median(listMeanwhile) / median(listAlone);
}
