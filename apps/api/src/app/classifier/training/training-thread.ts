import type { MessagePort } from 'node:worker_threads';
import type { DecidedCategory } from '../../suggestions';
import type { CountryCode } from 'libphonenumber-js/max';
import type { ModelMetrics } from '../learned/model-store';
import { deserializeModel, serializeModel } from '../learned/serialized-model';
import { toModelText } from '../privacy/model-text';
import { type ModelBefore, type TrainingText, trainAndJudge } from './train-and-judge';

/** The input of a training, besides the decisions. */
export interface TrainingInput {
  /** Countries whose local phone numbers are masked. */
  readonly countries: readonly CountryCode[];
  /** The active model. */
  readonly before?: { readonly parameters: Uint8Array; readonly trainedAt: string };
}

/** Messages to the thread: decisions, the newest first, and the end of them. */
export type ToThread = { readonly decisions: readonly DecidedCategory[] } | 'end';

/** Messages from the thread: a request for more decisions, the notice that it has enough, or the result. */
export type FromThread = 'more' | 'enough' | TrainingResult;

export interface TrainingResult {
  readonly decisions: number;
  readonly metrics: ModelMetrics;
  /** Undefined if the model is significantly worse than the current suggestions. */
  readonly parameters?: Uint8Array;
}

/** Limits of one training, which bound its time and memory. */
interface TrainingLimits {
  readonly decisions: number;
  /** Of all texts together. */
  readonly characters: number;
}

/** Maximum number of decisions that a model learns from. */
export const DECISIONS_MAX = 20_000;
/** Old decisions resemble new tickets less. The characters are those of 20,000 tickets of 500 characters. */
const LIMITS: TrainingLimits = { decisions: DECISIONS_MAX, characters: 10_000_000 };

/** Runs in a worker thread: receives decisions in batches, masks them, and sends the trained model. */
export function train(port: MessagePort, { countries, before }: TrainingInput, limits = LIMITS): void {
  const texts: TrainingText[] = [];
  let characters = 0;
  const post = (message: FromThread) => port.postMessage(message);
  const take = (decisions: readonly DecidedCategory[]): boolean => {
    for (const { category, chosenAt, ...ticket } of decisions) {
      const text = toModelText(ticket, countries);
      characters += text.length;
      if (texts.length === limits.decisions || characters > limits.characters) return false;
      texts.push({ text, category, chosenAt });
    }
    return true;
  };
  port.on('message', (message: ToThread) => {
    if (message !== 'end') return post(take(message.decisions) ? 'more' : 'enough');
    port.removeAllListeners('message'); // the thread ends when it is done
    void readModel(before).then(async (model) => post(await toResult(texts.reverse(), model)));
  });
}

async function toResult(texts: readonly TrainingText[], before: ModelBefore | undefined): Promise<TrainingResult> {
  const { parameters, metrics, isGoodEnough } = trainAndJudge(texts, before);
  return { decisions: texts.length, metrics, ...(isGoodEnough && { parameters: await serializeModel(parameters) }) };
}

/** Undefined for an unreadable model, which suggests nothing: the new one is then compared with the words alone. */
async function readModel(before: TrainingInput['before']): Promise<ModelBefore | undefined> {
  if (!before) return undefined;
  const parameters = await deserializeModel(before.parameters).catch(() => undefined);
  return parameters && { parameters, trainedAt: before.trainedAt };
}
