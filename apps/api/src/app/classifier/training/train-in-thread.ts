import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DecidedCategory } from '../../suggestions';
import type { FromThread, ToThread, TrainingInput, TrainingResult } from './training-thread';

/** Next to main.js in a build, and next to this file in the source. */
const WORKER = join(__dirname, 'train-worker.js');
/**
 * Maximum heap of the thread, in megabytes. Beyond it, the training fails, but the API continues. Typed arrays are not part of the heap:
 * the number of decisions bounds them.
 */
const MEMORY_MB = 512;

/**
 * Trains a model in a thread of its own, so that requests do not wait for it.
 * @param decisions the newest first; read as the thread requests them, so that only a part is in memory here
 * @throws an error if the thread fails or the signal aborts
 */
export async function trainInThread(
  input: TrainingInput,
  decisions: AsyncIterable<readonly DecidedCategory[]>,
  signal: AbortSignal,
): Promise<TrainingResult> {
  signal.throwIfAborted();
  const worker = new Worker(WORKER, {
    workerData: input,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const answers = new Answers(worker, signal);
  const ask = (message: ToThread) => {
    worker.postMessage(message);
    return answers.next();
  };
  try {
    for await (const batch of decisions) if ((await ask({ decisions: batch })) === 'enough') break;
    const result = await ask('end');
    if (typeof result === 'string') throw new Error('The training ended without a model');
    return result;
  } finally {
    answers.end();
    await worker.terminate();
  }
}

/** Reads the messages of the thread one by one. */
class Answers {
  private settle?: { readonly resolve: (answer: FromThread) => void; readonly reject: (error: Error) => void };
  private failure?: Error;
  private readonly abort = () => this.fail(new Error('The training was stopped'));

  constructor(
    worker: Worker,
    private readonly signal: AbortSignal,
  ) {
    worker.on('message', (answer: FromThread) => this.settle?.resolve(answer));
    worker.on('error', (error: Error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error('The thread that trains has ended')));
    signal.addEventListener('abort', this.abort);
  }

  next(): Promise<FromThread> {
    return new Promise((resolve, reject) => {
      if (this.failure) reject(this.failure);
      else this.settle = { resolve, reject };
    });
  }

  end(): void {
    this.signal.removeEventListener('abort', this.abort);
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.settle?.reject(this.failure);
  }
}
