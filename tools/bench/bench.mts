/**
 * Measures the built product: `npm run bench -- [--tickets 100000] [--only PART,…] [--feed MINUTES] [--soak MINUTES] [--rounds 5]
 * [--seconds 4] [--json FILE]`, on temporary databases with 10,000, 100,000 and the given number of tickets. Prints each figure with its
 * target. Fails if a figure was not measured. A missed target is printed but does not fail: on a busy machine it proves nothing.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { stopAllProcesses } from '#testing/node-process';
import { type TemporaryPostgres, startTemporaryPostgres } from '../temporary-postgres.mts';
import { clientFigures } from './client/client-figures.mts';
import { measureClient } from './client/measure-client.mts';
import { deskFigures } from './desk/desk-figures.mts';
import { measureDesk } from './desk/measure-desk.mts';
import { embeddedFigures } from './embedded/embedded-figures.mts';
import { measureEmbedded } from './embedded/measure-embedded.mts';
import { exactnessFigures } from './exactness/exactness-figures.mts';
import { measureExactness } from './exactness/measure-exactness.mts';
import { feedFigures } from './feed/feed-figures.mts';
import { measureFeed } from './feed/measure-feed.mts';
import { filingFigures } from './filing/filing-figures.mts';
import { measureFiling } from './filing/measure-filing.mts';
import { type Figure, figureTable, isMeasured } from './figures.mts';
import { latencyTable } from './latencies.mts';
import { type FilledDatabase, type SizeMeasurements, measureSize } from './measure-size.mts';
import { importFigures } from './import-figures.mts';
import { measureImport } from './measure-import.mts';
import { measureBackup } from './operations/measure-backup.mts';
import { measureExport } from './operations/measure-export.mts';
import { measureLimits } from './operations/measure-limits.mts';
import { measureProcesses } from './operations/measure-processes.mts';
import { backupFigures, exportFigures, limitsFigures, processesFigures } from './operations/operations-figures.mts';
import { measurePeople } from './people/measure-people.mts';
import { peopleFigures } from './people/people-figures.mts';
import { measureRoutes } from './routes/measure-routes.mts';
import { routeFigures } from './routes/route-figures.mts';
import { measureSimilar } from './similar/measure-similar.mts';
import { similarFigures } from './similar/similar-figures.mts';
import { sizeFigures } from './size-figures.mts';
import { measureSoak } from './soak/measure-soak.mts';
import { soakFigures } from './soak/soak-figures.mts';
import { embeddedUpgradeFigures, measureEmbeddedUpgrade } from './upgrade/measure-embedded-upgrade.mts';
import { measureSuggestions } from './suggestions/measure-suggestions.mts';
import { suggestionFigures } from './suggestions/suggestion-figures.mts';
import { measureTrainingAtWork } from './training/measure-training-at-work.mts';
import { measureTraining } from './training/measure-training.mts';
import { trainingAtWorkFigures, trainingFigures } from './training/training-figures.mts';
import { measureUpgrade } from './upgrade/measure-upgrade.mts';
import { OLD_VERSIONS } from './upgrade/old-database.mts';
import { upgradeFigures } from './upgrade/upgrade-figures.mts';

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '100000' },
    feed: { type: 'string', default: '5' },
    soak: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
const TICKETS = Number(values.tickets);
const FEED = Number(values.feed);
const SOAK = Number(values.soak);
const ROUNDS = Number(values.rounds);
const SECONDS = Number(values.seconds);
/** Parts to measure; all by default. */
const ONLY = values.only?.split(',');
const PARTS = [
  'list',
  'exactness',
  'feed',
  'import',
  'upgrade',
  'embedded',
  'client',
  'similar',
  'filing',
  'people',
  'desk',
  'suggestions',
  'training',
  'export',
  'processes',
  'limits',
  'backup',
  'soak',
] as const;
/** Parts that read the databases of all sizes. */
const OF_SIZES: readonly string[] = ['list', 'import', 'client', 'similar', 'filing', 'export', 'processes', 'soak'];
const unknown = ONLY?.find((part) => !(PARTS as readonly string[]).includes(part));
if (unknown !== undefined) throw new Error(`Unknown part "${unknown}". --only accepts ${PARTS.join(', ')}`);
const NEEDS_SIZES = ONLY?.some((part) => OF_SIZES.includes(part)) ?? true;
const SIZES = NEEDS_SIZES ? [10_000, 100_000].filter((size) => size < TICKETS).concat(TICKETS) : [];
/** Maximum number of tickets for the embedded database. */
const EMBEDDED = 100_000;
/** Maximum number of tickets for upgrading the embedded database. */
const EMBEDDED_UPGRADE = 50_000;
/** Setting for a small dedicated server. PostgreSQL's default of 128 MB is for a shared machine. */
const SHARED_BUFFERS = '2GB';

let postgres: TemporaryPostgres | undefined;
process.on('exit', () => postgres?.kill());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

const bySize = new Map<number, SizeMeasurements>();
const figures: Figure[] = [];
try {
  postgres = await startTemporaryPostgres([`shared_buffers=${SHARED_BUFFERS}`]);
  await measure(postgres.url);
} finally {
  await stopAllProcesses();
  await postgres?.stop();
  postgres = undefined;
}
const title = `npm run bench -- ${process.argv.slice(2).join(' ')}: ${cpus()[0]?.model.trim()} × ${availableParallelism()}, Node ${process.version}, ${new Date().toISOString()}`;
const latencies = NEEDS_SIZES ? `${latencyTable(SIZES, bySize)}\n\n` : '';
process.stdout.write(`\n${title}\n\n${latencies}${figureTable(figures)}\n`);
if (values.json) {
  writeFileSync(values.json, `${JSON.stringify({ title, latencies: [...bySize.values()], figures }, null, 2)}\n`);
}
if (bySize.size < SIZES.length || !figures.every(({ measured }) => isMeasured(measured))) process.exitCode = 1;

/** Measures the parts one after another, because each needs the whole machine. The API of the largest database keeps running. */
async function measure(adminUrl: string): Promise<void> {
  const full = NEEDS_SIZES ? await measureSizes(adminUrl) : undefined;
  const all = bySize.get(TICKETS);
  if (NEEDS_SIZES) figures.push(...sizeFigures(bySize.get(Math.min(...SIZES)), all));
  process.stderr.write(`${figureTable(figures)}\n`);
  await part('list', full && (() => measureRoutes(full, ROUNDS, SECONDS)), routeFigures);
  await part('exactness', () => measureExactness(adminUrl), exactnessFigures);
  await part('feed', () => measureFeed(adminUrl, FEED), feedFigures);
  await part(
    'import',
    () => measureImport(adminUrl, TICKETS),
    (seen) => importFigures(seen, all),
  );
  for (const version of OLD_VERSIONS) {
    await part('upgrade', () => measureUpgrade(adminUrl, TICKETS, version), upgradeFigures);
  }
  await part('upgrade', () => measureEmbeddedUpgrade(Math.min(TICKETS, EMBEDDED_UPGRADE)), embeddedUpgradeFigures);
  await part('embedded', () => measureEmbedded(Math.min(TICKETS, EMBEDDED)), embeddedFigures);
  await part('client', full && (() => measureClient(full.api.url)), clientFigures);
  await part('similar', full && (() => measureSimilar(full)), similarFigures);
  // After the client, because filed tickets are at the top of the list.
  await part('filing', full && (() => measureFiling(full, ROUNDS, SECONDS)), filingFigures);
  await part('people', () => measurePeople(adminUrl, ROUNDS, SECONDS), peopleFigures);
  await part('desk', () => measureDesk(adminUrl, { tickets: TICKETS, rounds: ROUNDS, seconds: SECONDS }), deskFigures);
  await part('suggestions', () => measureSuggestions(adminUrl), suggestionFigures);
  await part('training', measureTraining, trainingFigures);
  await part('training', () => measureTrainingAtWork(adminUrl), trainingAtWorkFigures);
  await part('export', full && (() => measureExport(full, SECONDS)), exportFigures);
  await part('processes', full && (() => measureProcesses(full, ROUNDS, SECONDS)), processesFigures);
  await part('limits', () => measureLimits(adminUrl, ROUNDS), limitsFigures);
  await part('backup', () => measureBackup(Math.min(TICKETS, EMBEDDED)), backupFigures);
  await part('soak', full && (() => measureSoak(full.api, SOAK)), soakFigures);
}

/** Measures all sizes. Returns the largest database and its API. */
async function measureSizes(adminUrl: string): Promise<FilledDatabase | undefined> {
  let largest: FilledDatabase | undefined;
  for (const size of SIZES) {
    await largest?.api.stop();
    const seen = await step(`${size} tickets`, () => measureSize(adminUrl, size));
    if (seen) bySize.set(size, seen.of);
    largest = seen;
  }
  process.stderr.write(`${latencyTable(SIZES, bySize)}\n`);
  return largest;
}

/** Measures a part, if selected, and prints its figures. A part without its prerequisites stays unmeasured. */
async function part<T>(
  what: (typeof PARTS)[number],
  run: (() => Promise<T>) | undefined,
  figuresOf: (seen: T | undefined) => Figure[],
): Promise<void> {
  if (ONLY && !ONLY.includes(what)) return;
  const found = figuresOf(run && (await step(what, run)));
  process.stderr.write(`${figureTable(found)}\n`);
  figures.push(...found);
}

/** Runs a step. If it fails, prints the error and leaves its figures unmeasured. */
async function step<T>(what: string, run: () => Promise<T>): Promise<T | undefined> {
  const started = performance.now();
  process.stderr.write(`measuring ${what} …\n`);
  try {
    return await run();
  } catch (error) {
    process.stderr.write(`${what}: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  } finally {
    process.stderr.write(`${what}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  }
}
