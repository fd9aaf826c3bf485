import type { TicketLabels } from '@docket/domain';
import type { Deadline } from './policies/deadline';
import type { ModelUsage } from './model-usage';
import type { ModelText } from './privacy/model-text';

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
