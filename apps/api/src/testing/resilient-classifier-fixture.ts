import type { ServerResponse } from 'node:http';
import { ClassifierLog } from '../app/classifier/classifier-log';
import { GeminiClassifier } from '../app/classifier/gemini/gemini-classifier.provider';
import { GeminiModel } from '../app/classifier/gemini/gemini-model';
import { toModelText } from '../app/classifier/privacy/model-text';
import { DailyBudget } from '../app/classifier/policies/daily-budget';
import { GuardedCalls } from '../app/classifier/policies/guarded-calls';
import { ResilientClassifier } from '../app/classifier/policies/resilient-classifier.provider';
import { type GeminiStandIn, MODES, startGeminiStandIn } from './gemini-stand-in';
import { ManualDeadline } from './manual-deadline';

const MODEL = 'gemini-2.5-flash';
const TEXT = toModelText({ description: 'Checkout is down' });
/** Too little time for a retry (MIN_TIME_FOR_RETRY_MS is 600). */
const NO_RETRY_REMAINING_MS = 599;

/** A ResilientClassifier with the real Gemini SDK, connected to a stand-in that responds successfully by default. */
export class ResilientClassifierFixture {
  private constructor(
    readonly gemini: GeminiStandIn,
    private readonly classifier: ResilientClassifier,
  ) {}

  static async start(dailyLimit = 1000): Promise<ResilientClassifierFixture> {
    const gemini = await startGeminiStandIn({ mode: 'answer' });
    const inner = new GeminiClassifier(new GeminiModel({ apiKey: 'AIza-test-key', model: MODEL, baseUrl: gemini.url }));
    return new ResilientClassifierFixture(
      gemini,
      new ResilientClassifier(inner, new ClassifierLog(MODEL), new GuardedCalls(new DailyBudget(dailyLimit))),
    );
  }

  /** Classifies a fixed text. Returns "answered" or the reason of the failure. */
  async outcome(deadline = new ManualDeadline()): Promise<string> {
    return this.classifier.classify(TEXT, deadline).then(
      () => 'suggested',
      (failure: { reason: string }) => failure.reason,
    );
  }

  /** Outcomes of sequential classifications without retries. */
  async outcomes(count: number): Promise<string[]> {
    const outcomes: string[] = [];
    for (let index = 0; index < count; index++) {
      outcomes.push(await this.outcome(new ManualDeadline(NO_RETRY_REMAINING_MS)));
    }
    return outcomes;
  }

  /** Holds all further responses until the test calls `release`. */
  holdResponses(): { held: ServerResponse[]; release: () => void } {
    const held: ServerResponse[] = [];
    this.gemini.mode = (response) => held.push(response);
    return { held, release: () => held.splice(0).forEach((response) => MODES.answer(response, {})) };
  }
}
