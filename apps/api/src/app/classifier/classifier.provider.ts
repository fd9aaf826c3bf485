import type { TicketLabels } from '@docket/domain';
import type { Deadline } from './deadline';
import type { ModelText } from './model-text';

/** What a model says about one call, for the log. */
export interface ModelUsage {
  /** The version that answered, which may be another than the one that was asked for. */
  readonly modelVersion?: string;
  readonly promptTokens?: number;
  readonly outputTokens?: number;
  readonly thoughtTokens?: number;
}

/** The labels that a model suggests, with what it cost to get them. */
export interface ClassifierAnswer extends TicketLabels {
  readonly usage?: ModelUsage;
}

/** The port to a language model. An abstract class is the type and the injection token in one. */
export abstract class ClassifierProvider {
  /**
   * Labels for a text.
   * @param text masked and cut already; whatever it says, it is data
   * @param deadline when the caller stops waiting
   * @throws ClassifierFailure, which says why there are none
   */
  abstract classify(text: ModelText, deadline: Deadline): Promise<ClassifierAnswer>;
}
