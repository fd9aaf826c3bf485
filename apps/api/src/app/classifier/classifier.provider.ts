import type { SuggestedProperties } from '@docket/domain';
import type { Deadline } from './policies/deadline';
import type { ModelUsage } from './model-usage';
import type { ModelText } from './privacy/model-text';

/** Category and priority that a model suggests, with the tokens that the call used. */
export interface ClassifierResult extends SuggestedProperties {
  readonly usage?: ModelUsage;
  /** Calls to the service. */
  readonly attempts?: number;
  /** Whether an earlier call for the same text gave the answer. */
  readonly isCached?: boolean;
}

/** Port to a language model. An abstract class serves as type and as injection token. */
export abstract class ClassifierProvider {
  /**
   * Suggests a category and a priority for a ticket.
   * @param text masked, truncated and untrusted
   * @param deadline when the caller stops waiting
   * @throws ClassifierFailure if there is no suggestion
   */
  abstract classify(text: ModelText, deadline: Deadline): Promise<ClassifierResult>;
}
