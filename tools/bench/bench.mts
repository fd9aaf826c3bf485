/**
 * Measures the built product: `npm run bench -- [--tickets 100000] [--soak MINUTES] [--rounds 5] [--seconds 4] [--json FILE]`, on
 * throw-away databases, at 10,000, 100,000 and that many tickets. Prints each figure with its target. Fails when a figure could
 * not be measured; a missed target only says so, since on a busy machine it proves nothing.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type ThrowAwayPostgres, startThrowAwayPostgres } from '../throw-away-postgres.mts';
import { compareList, listFigures } from './compare-list.mts';
import { embeddedFigures } from './embedded/embedded-figures.mts';
import { measureEmbedded } from './embedded/measure-embedded.mts';
import { exactnessFigures } from './exactness/exactness-figures.mts';
import { measureExactness } from './exactness/measure-exactness.mts';
import { type Figure, figureTable, isMeasured } from './figures.mts';
import { latencyTable } from './latencies.mts';
import { type OfSize, measureSize } from './measure-size.mts';
import { measureCreation, measureImport, writeFigures } from './measure-writes.mts';
import { type Server, startBareRoute } from './processes.mts';
import { sizeFigures } from './size-figures.mts';
import { measureSoak } from './soak/measure-soak.mts';
import { soakFigures } from './soak/soak-figures.mts';

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '100000' },
    soak: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    json: { type: 'string' },
  },
});
const TICKETS = Number(values.tickets);
const SOAK = Number(values.soak);
const ROUNDS = Number(values.rounds);
const SECONDS = Number(values.seconds);
const SIZES = [10_000, 100_000].filter((size) => size < TICKETS).concat(TICKETS);
/** So many the embedded database is made for. */
const EMBEDDED = 100_000;
/** What a small server of the database's own has: PostgreSQL's default of 128 MB is for a machine that does other things. */
const SHARED_BUFFERS = '2GB';

const running: Server[] = [];
let postgres: ThrowAwayPostgres | undefined;
process.on('exit', () => {
  running.forEach((server) => server.kill());
  postgres?.kill();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

const bySize = new Map<number, OfSize>();
let figures: Figure[] = [];
try {
  postgres = await startThrowAwayPostgres([`shared_buffers=${SHARED_BUFFERS}`]);
  figures = await measure(postgres.url);
} finally {
  for (const server of running) await server.stop();
  await postgres?.stop();
  postgres = undefined;
}
const title = `${TICKETS} tickets, ${cpus()[0]?.model.trim()} × ${availableParallelism()}, Node ${process.version}, ${new Date().toISOString()}`;
process.stdout.write(`\n${title}\n\n${latencyTable(SIZES, bySize)}\n\n${figureTable(figures)}\n`);
if (values.json) {
  writeFileSync(values.json, `${JSON.stringify({ title, latencies: [...bySize.values()], figures }, null, 2)}\n`);
}
if (bySize.size < SIZES.length || !figures.every(({ measured }) => isMeasured(measured))) process.exitCode = 1;

async function measure(adminUrl: string): Promise<Figure[]> {
  const imported = await step('import', () => measureImport(adminUrl, TICKETS));
  let full: Awaited<ReturnType<typeof measureSize>> | undefined;
  for (const size of SIZES) {
    await full?.api.stop();
    full = await step(`${size} tickets`, () => measureSize(adminUrl, size));
    if (full) bySize.set(size, full.of);
  }
  if (full) running.push(full.api);
  const bare = full && (await step('the bare route', () => startBareRoute(full.url)));
  if (bare) running.push(bare);
  const compared = full && bare && (await step('list of 50', () => compareList(full.api, bare, ROUNDS, SECONDS)));
  const creation = full && (await step('filing', () => measureCreation(full.api, full.url, ROUNDS, SECONDS)));
  const exactness = await step('exactness', () => measureExactness(adminUrl));
  const embedded = await step('the embedded database', () => measureEmbedded(Math.min(TICKETS, EMBEDDED)));
  const soak = full && (await step(`${SOAK} minutes of mixed load`, () => measureSoak(full.api, SOAK)));
  const of = bySize.get(TICKETS);
  return [
    ...listFigures(compared),
    ...sizeFigures(bySize.get(SIZES[0] ?? TICKETS), of),
    ...writeFigures(creation, imported, of && TICKETS / of.fillSeconds),
    ...exactnessFigures(exactness),
    ...embeddedFigures(embedded),
    ...soakFigures(soak),
    { what: 'API memory after the run', measured: full?.api.memory(), unit: 'MB', target: { atMost: 200 } },
  ];
}

/** Runs one part; a part that fails says so, and leaves its figures unmeasured. */
async function step<T>(what: string, run: () => Promise<T>): Promise<T | undefined> {
  const started = performance.now();
  process.stderr.write(`measuring ${what} …\n`);
  try {
    return await run();
  } catch (error) {
    process.stderr.write(`${what}: ${error instanceof Error ? error.message : error}\n`);
    return undefined;
  } finally {
    process.stderr.write(`${what}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  }
}
