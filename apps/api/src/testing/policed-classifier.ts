import type { ServerResponse } from 'node:http';
import { ClassifierLog } from '../app/classifier/classifier-log';
import { GeminiClassifier } from '../app/classifier/gemini/gemini-classifier.provider';
import { toModelText } from '../app/classifier/privacy/model-text';
import { ResilientClassifier } from '../app/classifier/policies/resilient-classifier.provider';
import { type GeminiStandIn, MODES, startGeminiStandIn } from './gemini-stand-in';
import { ManualDeadline } from './manual-deadline';

const MODEL = 'gemini-2.5-flash';
const TEXT = toModelText({ description: 'Checkout is down' });
/** Milliseconds that are too few for a second attempt. */
const NO_TIME = 599;

/** The real SDK under the classifier's policies, against a stand-in for Gemini that answers well at first. */
export class PolicedClassifier {
  private constructor(
    readonly gemini: GeminiStandIn,
    private readonly classifier: ResilientClassifier,
  ) {}

  static async start(dailyLimit = 1000): Promise<PolicedClassifier> {
    const gemini = await startGeminiStandIn({ mode: 'answer' });
    const inner = new GeminiClassifier({ apiKey: 'AIza-test-key', model: MODEL, baseUrl: gemini.url });
    return new PolicedClassifier(gemini, new ResilientClassifier(inner, new ClassifierLog(MODEL), dailyLimit));
  }

  /** The reason of a classification's failure, or "answered". */
  async outcome(deadline = new ManualDeadline()): Promise<string> {
    return this.classifier.classify(TEXT, deadline).then(
      () => 'answered',
      (failure: { reason: string }) => failure.reason,
    );
  }

  /** Those of several, one after the other, with no time for second attempts. */
  async outcomes(count: number): Promise<string[]> {
    const all: string[] = [];
    for (let index = 0; index < count; index++) all.push(await this.outcome(new ManualDeadline(NO_TIME)));
    return all;
  }

  /** From now on, answers wait until the test lets them go. */
  holdAnswers(): { held: ServerResponse[]; release(): void } {
    const held: ServerResponse[] = [];
    this.gemini.mode = (response) => held.push(response);
    return { held, release: () => held.splice(0).forEach((response) => MODES.answer(response, {})) };
  }
}
