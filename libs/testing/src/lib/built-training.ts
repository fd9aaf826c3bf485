import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A ticket with the category chosen by a person, in the form that the API passes to its training. */
interface Decision {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  /** ISO 8601, with milliseconds. */
  readonly chosenAt: string;
}

/** Result of the training thread. */
interface BuiltTraining {
  /** Number of decisions that it learned from. */
  readonly decisions: number;
  /**
   * Evaluation on the newest `n` decisions, which are excluded from training: the number of correct suggestions of the model, and of the
   * current suggestions.
   */
  readonly metrics: { readonly n: number; readonly right: number; readonly rightBefore: number; readonly p: number };
  /** The model as stored in the table `local_models`. Undefined if it is worse than the current suggestions. */
  readonly parameters?: Uint8Array;
}

/** Number of decisions in a message. */
const BATCH = 200;

const PRODUCTS = { general: 'wexling', billing: 'zorblex', technical: 'quimbly', account: 'fantorix' };
const CATEGORIES = Object.keys(PRODUCTS) as (keyof typeof PRODUCTS)[];
const REQUESTS = ['we ask about our', 'please look at the', 'somebody sent us this', 'a question about one'];
const ENDS = ['today', 'again', 'before Monday', 'at the office', 'since last week'];

/**
 * Decisions of a desk with a product for each category: `wexling`, `zorblex`, `quimbly` and `fantorix`, in the order of the labels general,
 * billing, technical and account. No word list contains these names. The newest decision is first.
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
