import type { FallbackReason } from '@docket/domain';

/** How suggestions are from a day on. Shares are multiples of 0.05. */
export interface Phase {
  /** Days since the first one of the year. */
  readonly firstDay: number;
  readonly model: string;
  readonly promptVersion: number;
  /** Of a call, in millionths of a unit of money; undefined while the model has no price. */
  readonly costMicros?: number;
  /** The share of right suggestions for people who choose alone. The right priority is measured on tickets that are not critical. */
  readonly accuracy: {
    readonly gemini: { readonly category: number; readonly priority: number };
    readonly local: { readonly category: number };
  };
  /** The share of critical tickets that the model calls critical. */
  readonly criticalRecall: number;
  /** The share of tickets about a new matter, which people file as technical. The other tickets have each category equally often. */
  readonly newMatter: number;
  /** The local suggester next to the language model. Only `learned` has a confidence and a version. */
  readonly localModel: 'words' | 'learned';
  readonly localVersion?: number;
}

export const DAYS = 364;
/** A Monday. From here on, people write about something that neither the model nor the words have seen. */
export const DRIFT_DAY = 26 * 7;
/** A Wednesday: the prompt explains the new matter, and another training has learned from it. */
export const PROMPT_DAY = 32 * 7 + 2;
/** A Friday: another model, whose price is set 17 days later, and a third training. */
export const MODEL_DAY = 40 * 7 + 4;
export const PRICE_DAY = MODEL_DAY + 17;
/** A Monday: enough decisions are there to learn from. */
export const LEARNED_DAY = 12 * 7;

const STEADY: Phase = {
  firstDay: 0,
  model: 'simulated-model-1',
  promptVersion: 1,
  costMicros: 80,
  accuracy: { gemini: { category: 0.9, priority: 0.75 }, local: { category: 0.75 } },
  criticalRecall: 0.8,
  newMatter: 0,
  localModel: 'words',
};
const LEARNED: Phase = {
  ...STEADY,
  firstDay: LEARNED_DAY,
  accuracy: { ...STEADY.accuracy, local: { category: 0.85 } },
  localModel: 'learned',
  localVersion: 1,
};
const DRIFTED: Phase = {
  ...LEARNED,
  firstDay: DRIFT_DAY,
  accuracy: { gemini: { category: 0.65, priority: 0.6 }, local: { category: 0.55 } },
  criticalRecall: 0.6,
  newMatter: 0.4,
};
const EXPLAINED: Phase = {
  ...DRIFTED,
  firstDay: PROMPT_DAY,
  promptVersion: 2,
  accuracy: { gemini: { category: 0.85, priority: 0.75 }, local: { category: 0.8 } },
  criticalRecall: 0.8,
  localVersion: 2,
};
const REPLACED: Phase = {
  ...EXPLAINED,
  firstDay: MODEL_DAY,
  model: 'simulated-model-2',
  costMicros: undefined,
  accuracy: { gemini: { category: 0.95, priority: 0.8 }, local: { category: 0.85 } },
  criticalRecall: 0.9,
  localVersion: 3,
};

/** In the order of time. */
export const PHASES: readonly Phase[] = [
  STEADY,
  LEARNED,
  DRIFTED,
  EXPLAINED,
  REPLACED,
  { ...REPLACED, firstDay: PRICE_DAY, costMicros: 120 },
];

/** Requests of the year without an answer of the model. */
export const FALLBACKS = {
  timeout: 310,
  budget: 150,
  rate_limited: 120,
  overloaded: 96,
  circuit_open: 60,
  network: 41,
  invalid_output: 33,
  blocked: 12,
} as const satisfies Partial<Record<FallbackReason, number>>;

/** Requests that could not be written down, by days since the first one. */
export const LOSSES: readonly (readonly [day: number, number: number])[] = [
  [DRIFT_DAY + 3, 5],
  [MODEL_DAY, 2],
];

export function phaseOf(day: number): Phase {
  return PHASES.findLast(({ firstDay }) => firstDay <= day) ?? STEADY;
}
