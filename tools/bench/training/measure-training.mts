import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { realisticTickets } from '../realistic-tickets.mts';

/** A training of a desk's own model. */
export interface TrainingMeasurements {
  /** Time for masking and counting the words, in seconds. The thread does both while it receives the decisions. */
  readonly readingSeconds: number;
  /** Time of the four fits, in seconds: for the trial and for the model, each with and without its held-out tenth. */
  readonly fittingSeconds: number;
  /** Processor time of the fits, in seconds: their duration on an idle machine. */
  readonly fittingCpuSeconds: number;
  /** Additional memory of the process at its peak, in MB. */
  readonly megabytes: number;
  /** Maximum delay of the main thread's event loop during the training, in ms. */
  readonly delayMs: number;
}

const WORKER = join(import.meta.dirname, '../../../dist/apps/api/train-worker.js');
/** Maximum number of decisions in a training. */
const DECISIONS = 20_000;
/** Batch size of the API. */
const BATCH = 200;
/** Memory limit of the API, in MB. */
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
