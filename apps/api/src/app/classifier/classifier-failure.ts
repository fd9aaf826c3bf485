import type { FallbackReason } from '@docket/domain';
import type { ModelUsage } from './model-usage';

/** What is known about a failure beside its reason. */
export interface FailureDetails {
  /** When one more attempt may help; absent, none does. */
  readonly retry?: 'after a pause' | 'at once';
  /** Milliseconds in which the service asks to be left alone. */
  readonly pauseMs?: number;
  /** The HTTP status, when there was one. */
  readonly status?: number;
  readonly usage?: ModelUsage;
}

/** Why a classifier gave no labels. Never holds the text, the key, or words of the service: those may repeat either. */
export class ClassifierFailure extends Error {
  override readonly name = 'ClassifierFailure';

  constructor(
    readonly reason: FallbackReason,
    readonly details: FailureDetails = {},
  ) {
    super(`The classifier gave no labels: ${reason}`);
  }
}

/**
 * Whether a failure means that the service is ill, which is what the circuit breaker counts. A service that blocks a text, answers
 * nonsense or refuses the key is well enough to do so.
 */
export function isServiceFailure(outcome: unknown): boolean {
  return outcome instanceof ClassifierFailure && ['network', 'timeout', 'upstream_error'].includes(outcome.reason);
}
