import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A ticket with the category that a person decided, as the API hands it to its training. */
interface Decision {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  /** ISO 8601, with milliseconds. */
  readonly chosenAt: string;
}

/** What the thread of the training answers at the end. */
interface BuiltTraining {
  /** Number of decisions that it learned from. */
  readonly decisions: number;
  /** How many of the newest `n` decisions the model suggests correctly, and how many the current suggestions do. It has not learned from them. */
  readonly metrics: { readonly n: number; readonly right: number; readonly rightBefore: number; readonly p: number };
  /** The model as the table `local_models` keeps it. Undefined if it is worse than what suggests without it. */
  readonly parameters?: Uint8Array;
}

/** Decisions that the API sends at once. */
const BATCH = 200;

const PRODUCTS = { general: 'wexling', billing: 'zorblex', technical: 'quimbly', account: 'fantorix' };
const CATEGORIES = Object.keys(PRODUCTS) as (keyof typeof PRODUCTS)[];
const REQUESTS = ['we ask about our', 'please look at the', 'somebody sent us this', 'a question about one'];
const ENDS = ['today', 'again', 'before Monday', 'at the office', 'since last week'];

/**
 * Decisions of a desk with a product for each category: `wexling`, `zorblex`, `quimbly` and `fantorix`, in the order of the labels
 * general, billing, technical and account. No list of words knows these names. The newest one is first.
 */
export function decisionsOfDesk(count: number): Decision[] {
  return Array.from({ length: count }, (_, n) => {
    const category = CATEGORIES[n % CATEGORIES.length] as keyof typeof PRODUCTS;
    return {
      title: 'Question',
      description: `${REQUESTS[(n >> 2) % REQUESTS.length]} ${PRODUCTS[category]} ${ENDS[(n >> 4) % ENDS.length]}`,
      category,
      chosenAt: new Date(Date.UTC(2026, 10, 1) - n * 60_000).toISOString(),
    };
  });
}

/**
 * Trains a model as the API does, in a thread of the built `train-worker.js`.
 * @param decisions the newest one first
 * @throws the error of the thread, or an error if the thread ends without a result
 */
export async function trainWithBuilt(program: string, decisions: readonly Decision[]): Promise<BuiltTraining> {
  const worker = new Worker(program, { workerData: { countries: [] }, env: {} });
  const ended = once(worker, 'exit').then(([code]) => {
    throw new Error(`The thread ended with ${code} and no result`);
  });
  const ask = async (message: unknown): Promise<unknown> => {
    const answer = once(worker, 'message');
    worker.postMessage(message);
    const [content] = (await Promise.race([answer, ended])) as unknown[];
    return content;
  };
  try {
    for (let start = 0; start < decisions.length; start += BATCH) {
      const answer = await ask({ decisions: decisions.slice(start, start + BATCH) });
      if (answer !== 'more') throw new Error(`The thread wants no more decisions: ${JSON.stringify(answer)}`);
    }
    return (await ask('end')) as BuiltTraining;
  } finally {
    ended.catch(() => undefined);
    await worker.terminate();
  }
}
