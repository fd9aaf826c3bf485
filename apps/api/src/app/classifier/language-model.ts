import type { Settings } from '../platform/config/settings';
import { ClassifierFailure } from './classifier-failure';
import { GeminiModel, type GeminiQuestion } from './gemini/gemini-model';
import type { GeminiAnswer } from './gemini/gemini-response';
import { type ModelPrice, costOf, priceOf } from './model-price';
import type { ModelUsage } from './model-usage';
import type { CallBudget } from './policies/call-budget';
import type { Deadline } from './policies/deadline';
import { GuardedCalls, type GuardedOutcome } from './policies/guarded-calls';

/** The language model of this process, if one is configured, with the policies that all calls share. */
export class LanguageModel {
  /**
   * @param name the configured one, which may be an alias
   * @param gemini undefined if the settings allow no model
   */
  constructor(
    readonly name: string,
    readonly gemini: GeminiModel | undefined,
    readonly calls: GuardedCalls,
    private readonly price: ModelPrice | undefined,
  ) {}

  /** @returns the answer as untrusted JSON, or the failure; rejects only because of a bug */
  async ask(question: GeminiQuestion, deadline: Deadline): Promise<GuardedOutcome<GeminiAnswer>> {
    const { gemini } = this;
    if (!gemini) return { outcome: new ClassifierFailure('not_configured'), attempts: 0 };
    return this.calls.run(() => gemini.ask(question, deadline), deadline);
  }

  /** The cost of a call, in millionths of the currency of MODEL_PRICES; undefined if unknown. */
  costOf(usage: ModelUsage | undefined): number | undefined {
    return costOf(usage, this.price);
  }
}

export function createLanguageModel(settings: Settings, budget: CallBudget): LanguageModel {
  const { GEMINI_API_KEY: apiKey = '', GEMINI_MODEL: model, GEMINI_BASE_URL: baseUrl } = settings;
  const gemini = settings.hasModel ? new GeminiModel({ apiKey, model, baseUrl }) : undefined;
  return new LanguageModel(model, gemini, new GuardedCalls(budget), priceOf(model, settings.modelPrices));
}
