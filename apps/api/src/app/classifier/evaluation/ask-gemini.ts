import { setTimeout as sleep } from 'node:timers/promises';
import { type FallbackReason, oneOf } from '@docket/domain';
import type { Settings } from '../../platform/config/settings';
import { ClassifierFailure } from '../classifier-failure';
import { PROMPT_VERSION } from '../classifier-prompt';
import type { ClassifierProvider } from '../classifier.provider';
import { GeminiClassifier } from '../gemini/gemini-classifier.provider';
import { GeminiModel } from '../gemini/gemini-model';
import { Deadline } from '../policies/deadline';
import { type ModelText, toModelText } from '../privacy/model-text';
import type { GoldenTicket } from './golden-tickets';
import { KeptAnswers, REFUSALS } from './kept-answers';
import type { Answer } from './providers';

/** Calls at a time. */
const CALLS = 4;
/** Time of one call, in milliseconds. Nobody waits for it in a form. */
const CALL_MS = 30_000;
/** Calls for one text, if the service says that a later one may succeed. */
const ATTEMPTS = 3;
/** The longest pause that the service may ask for, and the shortest one, in milliseconds. */
const PAUSE_MAX_MS = 60_000;
const PAUSE_MIN_MS = 1_000;
/** Texts in a row without an answer after which the rest is not asked: the key or the network is at fault, not the texts. */
const FAILURES_MAX = 10;

export interface GeminiRun {
  /** Gemini's answers are kept in this file. */
  readonly answersFile: string;
  /** Whether the caller agreed to pay. */
  readonly isAgreed: boolean;
}

/**
 * Asks Gemini about all tickets, once for each text. What it answered before, with the same model and prompt, is not asked again.
 * @throws Error without a key, without an agreement to pay, and if Gemini does not answer at all
 */
export async function answerByGemini(
  tickets: readonly GoldenTicket[],
  settings: Settings,
  { answersFile, isAgreed }: GeminiRun,
): Promise<Answer[]> {
  const { GEMINI_API_KEY: apiKey, GEMINI_MODEL: model, GEMINI_BASE_URL: baseUrl } = settings;
  if (!apiKey?.trim()) throw new Error('The provider gemini needs GEMINI_API_KEY');
  const texts = tickets.map((ticket) => toModelText(ticket, settings.phoneCountries));
  const kept = await KeptAnswers.open(answersFile, { model, promptVersion: PROMPT_VERSION });
  try {
    const open = [...new Set(texts)].filter((text) => !kept.of(text));
    if (open.length > 0 && !isAgreed) throw new Error(costQuestion(open, model));
    await askAll(open, new GeminiClassifier(new GeminiModel({ apiKey, model, baseUrl })), kept);
    return texts.map((text) => kept.of(text) ?? {});
  } finally {
    await kept.close();
  }
}

function costQuestion(texts: readonly ModelText[], model: string): string {
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  return (
    `${model} would get ${texts.length} texts, masked, with ${characters} characters in all. Google may charge for them. ` +
    'Add --yes to ask it'
  );
}

/** A text without an answer. */
interface Unanswered {
  readonly text: ModelText;
  readonly reason: FallbackReason;
}

/** @throws Error if many texts in a row got no answer */
async function askAll(texts: readonly ModelText[], gemini: ClassifierProvider, kept: KeptAnswers): Promise<void> {
  const rest = texts.values();
  /** In a row. While there are few, nobody knows whether the texts or the service are at fault. */
  const unanswered: Unanswered[] = [];
  const work = async () => {
    for (const text of rest) {
      const answer = await ask(gemini, text);
      if (answer instanceof ClassifierFailure) {
        unanswered.push({ text, reason: answer.reason });
        if (unanswered.length >= FAILURES_MAX) return;
      } else {
        await kept.keep(text, answer);
        await keepRefusals(unanswered.splice(0), kept);
      }
    }
  };
  // All of them end before the file closes, also if one fails: an answer may have been paid for.
  const ends = await Promise.allSettled(Array.from({ length: CALLS }, work));
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
  const [first] = unanswered;
  if (first && unanswered.length >= FAILURES_MAX) {
    throw new Error(
      `Gemini answered none of ${unanswered.length} texts in a row: ${first.reason}. What it answered before is kept`,
    );
  }
  await keepRefusals(unanswered, kept);
}

/** A text that the model refuses is not asked about again. One that the network or the service failed is. */
async function keepRefusals(unanswered: readonly Unanswered[], kept: KeptAnswers): Promise<void> {
  for (const { text, reason } of unanswered) {
    const refusal = oneOf(REFUSALS, reason);
    if (refusal) await kept.keepRefusal(text, refusal);
  }
}

async function ask(gemini: ClassifierProvider, text: ModelText): Promise<Answer | ClassifierFailure> {
  for (let attempt = 1; ; attempt++) {
    const deadline = new Deadline(CALL_MS);
    try {
      const { category, priority } = await deadline.race(gemini.classify(text, deadline));
      return { category, priority };
    } catch (error) {
      if (!(error instanceof ClassifierFailure)) throw error;
      const { retry, retryAfterMs = 0 } = error.details;
      if (!retry || attempt === ATTEMPTS) return error;
      await sleep(Math.min(PAUSE_MAX_MS, Math.max(PAUSE_MIN_MS * attempt, retryAfterMs)));
    } finally {
      deadline.clear();
    }
  }
}
