import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { realisticTickets } from '../realistic-tickets.mts';

/** One training of a desk's own model. */
export interface TrainingMeasurements {
  /** Masking and counting the words, in seconds: the thread does both while it takes the decisions. */
  readonly readingSeconds: number;
  /** The four fits: for the trial and for the model, each with and without its held-out tenth. */
  readonly fittingSeconds: number;
  /** The time of processors that the fits took, in seconds: what a machine that does nothing else would need. */
  readonly fittingCpuSeconds: number;
  /** What the process needed more at its peak, in megabytes. */
  readonly megabytes: number;
  /** The longest delay of the main thread's event loop meanwhile, in milliseconds. */
  readonly delayMs: number;
}

const WORKER = join(import.meta.dirname, '../../../dist/apps/api/train-worker.js');
/** As many decisions as a training takes at most. */
const DECISIONS = 20_000;
/** As the API sends them. */
const BATCH = 200;
/** The limit of the API. */
const MEMORY_MB = 512;
const SAMPLE_MS = 50;
const MEGABYTE = 1024 * 1024;

/** Trains a model on 20,000 tickets in the built API's thread. */
export async function measureTraining(): Promise<TrainingMeasurements> {
  const decisions = Array.from(realisticTickets(DECISIONS, 7), ({ title, description, category, createdAt }) => ({
    title,
    description,
    category,
    chosenAt: createdAt.toISOString(),
  }));
  const worker = new Worker(WORKER, {
    workerData: { countries: [] },
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const before = process.memoryUsage.rss();
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), SAMPLE_MS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const ask = async (message: object | 'end'): Promise<unknown> => {
    worker.postMessage(message);
    const [answer] = (await once(worker, 'message')) as [unknown];
    return answer;
  };
  try {
    const started = performance.now();
    for (let at = 0; at < DECISIONS; at += BATCH) await ask({ decisions: decisions.slice(at, at + BATCH) });
    const read = performance.now();
    const cpu = process.cpuUsage();
    const result = (await ask('end')) as { readonly decisions?: number };
    if (result.decisions !== DECISIONS) throw new Error(`The thread learned from ${result.decisions} decisions`);
    const { user, system } = process.cpuUsage(cpu);
    return {
      readingSeconds: (read - started) / 1000,
      fittingSeconds: (performance.now() - read) / 1000,
      fittingCpuSeconds: (user + system) / 1e6,
      megabytes: (most - before) / MEGABYTE,
      delayMs: delay.max / 1e6,
    };
  } finally {
    clearInterval(sampling);
    delay.disable();
    await worker.terminate();
  }
}
