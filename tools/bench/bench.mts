/**
 * Measures the built API on a throw-away PostgreSQL server: `npm run bench -- [--tickets 100000] [--rounds 5] [--seconds 4]
 * [--json FILE]`. Prints each figure with its target. Fails when a figure could not be measured; a missed target only says so,
 * since on a busy machine it proves nothing.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type ThrowAwayPostgres, startThrowAwayPostgres } from '../throw-away-postgres.mts';
import { type Figure, tableOf } from './figures.mts';
import { load, median } from './load.mts';
import { type OfSize, measureSize } from './measure-size.mts';
import { measureCreation, measureImport } from './measure-writes.mts';
import { type Server, startBareRoute } from './processes.mts';

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    json: { type: 'string' },
  },
});
const TICKETS = Number(values.tickets);
const ROUNDS = Number(values.rounds);
const SECONDS = Number(values.seconds);
const FEW = 10_000;

const running: Server[] = [];
let postgres: ThrowAwayPostgres | undefined;
process.on('exit', () => {
  running.forEach((server) => server.kill());
  postgres?.kill();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

const figures: Figure[] = [];
try {
  await main();
} finally {
  for (const server of running) await server.stop();
  await postgres?.stop();
  postgres = undefined;
}
const title = `${TICKETS} tickets, ${cpus()[0]?.model.trim()} × ${availableParallelism()}, Node ${process.version}, ${new Date().toISOString()}`;
process.stdout.write(`\n${title}\n\n${tableOf(figures)}\n`);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ title, figures }, null, 2)}\n`);
if (figures.some(({ measured }) => measured === undefined)) process.exitCode = 1;

async function main(): Promise<void> {
  postgres = await startThrowAwayPostgres();
  const small = await step(`${FEW} tickets`, () => measureSize(adminUrl(), FEW));
  await small?.api.stop();
  const full = await step(`${TICKETS} tickets`, () => measureSize(adminUrl(), TICKETS));
  if (full) running.push(full.api);
  const bare = full && (await step('the bare route', () => startBareRoute(full.url)));
  if (bare) running.push(bare);
  const compared = full && bare && (await step('list of 50', () => compare(full.api, bare)));
  const creation = full && (await step('creation', () => measureCreation(full.api, full.url, ROUNDS, SECONDS)));
  const rows = Math.min(TICKETS, 50_000);
  const imported = full && (await step('import', () => measureImport(full.api, full.url, rows)));

  figures.push(
    { what: 'list of 50: requests a second', measured: compared?.api, unit: '/s', note: '16 connections' },
    {
      what: 'the same on the bare route',
      measured: compared?.bare,
      unit: '/s',
      note: `median of ${ROUNDS} alternating rounds`,
    },
    {
      what: 'list of 50, API / bare route',
      measured: compared?.ratio,
      unit: '',
      target: { atLeast: 0.5 },
      note: 'aim: 0.75',
    },
    {
      what: 'ready after',
      measured: full?.of.readyAfter,
      unit: 'ms',
      target: { atMost: 2000 },
      note: 'existing database',
    },
    ...sizeFigures(small?.of, full?.of),
    { what: 'filing tickets with counters', measured: creation?.counted, unit: '/s', note: '16 connections' },
    {
      what: 'filing, with / without counters',
      measured: creation && creation.counted / creation.bare,
      unit: '',
      target: { atLeast: 0.7 },
    },
    { what: 'import', measured: imported?.perSecond, unit: 'rows/s', note: `${rows} rows` },
    {
      what: 'import / bare COPY',
      measured: imported && imported.perSecond / imported.copyPerSecond,
      unit: '',
      target: { atLeast: 0.3 },
      note: 'into the same indexed table',
    },
    { what: 'API memory while importing', measured: imported?.memory, unit: 'MB', target: { atMost: 250 } },
    { what: 'API memory after the run', measured: full?.api.memory(), unit: 'MB', target: { atMost: 200 } },
  );
}

function sizeFigures(small: OfSize | undefined, full: OfSize | undefined): Figure[] {
  const latency = (what: string, key: 'lists' | 'search' | 'shortSearch' | 'stats', atMost?: number): Figure[] => [
    { what: `${what}: p50`, measured: full?.[key].p50, unit: 'ms' },
    {
      what: `${what}: p97.5`,
      measured: full?.[key].p97_5,
      unit: 'ms',
      ...(atMost && { target: { atMost } }),
      note: `${small?.[key].p97_5 ?? '?'} ms at ${FEW}`,
    },
  ];
  return [
    ...latency('list, mixes of filters, 16 connections', 'lists'),
    {
      what: `list, p97.5 at ${TICKETS} / at ${FEW}`,
      measured: small && full && full.lists.p97_5 / small.lists.p97_5,
      unit: '',
      target: { atMost: 1.5 },
    },
    {
      what: 'page 1,000 / page 1, mean',
      measured: full && full.firstPage.perSecond / full.deepPage.perSecond,
      unit: '',
      target: { atMost: 1.2 },
    },
    ...latency('search of 3 or more characters with its count', 'search', 150),
    ...latency('search of 1 or 2 characters', 'shortSearch', 500),
    ...latency('stats', 'stats', 10),
  ];
}

/** The list of 50 on the API and on the bare route, in turn, so that what else the machine does hits both. */
async function compare(api: Server, bare: Server) {
  const results = { api: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { url }] of [
      ['api', api],
      ['bare', bare],
    ] as const) {
      results[name].push((await load(url, ['/api/tickets/'], { connections: 16, seconds: SECONDS })).perSecond);
    }
  }
  const ratios = results.api.map((perSecond, round) => perSecond / (results.bare[round] ?? Number.NaN));
  return { api: median(results.api), bare: median(results.bare), ratio: median(ratios) };
}

/** Runs one part; a part that fails says so, and leaves its figures unmeasured. */
async function step<T>(what: string, run: () => Promise<T>): Promise<T | undefined> {
  process.stderr.write(`measuring ${what} …\n`);
  try {
    return await run();
  } catch (error) {
    process.stderr.write(`${what}: ${error instanceof Error ? error.message : error}\n`);
    return undefined;
  }
}

function adminUrl(): string {
  if (!postgres) throw new Error('There is no server');
  return postgres.url;
}
