import { TICKET_CATEGORIES, type TicketCategory, type TicketPriority } from '@docket/domain';
import { LearnedModel } from '../learned/learned-model';
import { labelledFeatures, trainModel } from '../learned/train-model';
import { type ModelText, toModelText } from '../privacy/model-text';
import { suggestByWords } from '../words/suggest-by-words';
import type { GoldenTicket } from './golden-tickets';

/** What a provider says about a ticket. A property that it does not answer is absent. */
export interface Answer {
  readonly category?: TicketCategory;
  readonly priority?: TicketPriority;
  /** The probability that the category is right, if the provider knows one. */
  readonly confidence?: number;
  /**
   * The time of the answer, in milliseconds, without masking the text, in a process that has answered before. Absent for providers that
   * answer over the network.
   */
  readonly milliseconds?: number;
}

/** A ticket with the text that a provider reads. */
interface Case {
  readonly text: ModelText;
  readonly category: TicketCategory;
}

/** Trains on some tickets, and then answers others. */
type Provider = (training: readonly Case[]) => (text: ModelText) => Answer;

/** Everything that answers offline. */
const PROVIDERS = {
  majority: (training) => {
    const category = mostFrequent(training);
    return () => ({ category });
  },
  words: () => (text) => suggestByWords(text) ?? {},
  learned: (training) => {
    const model = new LearnedModel(trainModel(training.map(labelledFeatures)));
    return (text) => model.predict(text) ?? {};
  },
  // What the guard for foreign text is good for: the same model, which answers everything.
  unguarded: (training) => {
    const model = new LearnedModel({ ...trainModel(training.map(labelledFeatures)), knownShareMin: 0 });
    return (text) => model.predict(text) ?? {};
  },
} as const satisfies Readonly<Record<string, Provider>>;
export type ProviderName = keyof typeof PROVIDERS;
export const PROVIDER_NAMES = Object.keys(PROVIDERS) as ProviderName[];
/** Those that are compared without a choice. */
export const DEFAULT_PROVIDERS: readonly ProviderName[] = ['majority', 'words', 'learned'];

/**
 * The answers to all tickets. Each is answered by a provider that was trained on the other folds only, so that nothing is asked what
 * was learned.
 */
export function answerByFolds(name: ProviderName, tickets: readonly GoldenTicket[], folds: number): Answer[] {
  const cases = tickets.map(toCase);
  const foldOf = foldsByText(cases, folds);
  const answers: Answer[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const answer = warm(PROVIDERS[name](cases.filter(({ text }) => foldOf.get(text) !== fold)), cases);
    for (const [index, { text }] of cases.entries())
      if (foldOf.get(text) === fold) answers[index] = timed(answer, text);
  }
  return answers;
}

/** The answers to the tickets of one desk, by a provider that was trained on those of another. */
export function answerForeign(
  name: ProviderName,
  tickets: readonly GoldenTicket[],
  training: readonly GoldenTicket[],
): Answer[] {
  const cases = tickets.map(toCase);
  const answer = warm(PROVIDERS[name](training.map(toCase)), cases);
  return cases.map(({ text }) => timed(answer, text));
}

/** Number of answers before the first one that is timed. The engine compiles the code meanwhile, as it does once in the API. */
const WARM_UP = 200;

/** Answers some tickets, and forgets the answers. */
function warm(answer: ReturnType<Provider>, cases: readonly Case[]): ReturnType<Provider> {
  for (const { text } of cases.slice(0, WARM_UP)) answer(text);
  return answer;
}

function timed(answer: (text: ModelText) => Answer, text: ModelText): Answer {
  const started = performance.now();
  const answered = answer(text);
  return { ...answered, milliseconds: performance.now() - started };
}

function toCase(ticket: GoldenTicket): Case {
  return { text: toModelText(ticket), category: ticket.category };
}

/** The fold of each text. Equal texts are in one fold. */
function foldsByText(cases: readonly Case[], folds: number): ReadonlyMap<ModelText, number> {
  const texts = [...new Set(cases.map(({ text }) => text))];
  return new Map(texts.map((text, index) => [text, index % folds]));
}

function mostFrequent(training: readonly Case[]): TicketCategory {
  const count = (category: TicketCategory) => training.filter((one) => one.category === category).length;
  return [...TICKET_CATEGORIES].sort((one, other) => count(other) - count(one))[0] as TicketCategory;
}
