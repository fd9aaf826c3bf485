import type { FallbackReason } from '@docket/domain';
import type { ModelUsage } from './model-usage';

/** Optional facts about a failure. */
export interface FailureDetails {
  /** Timing of a retry that may succeed; undefined if no retry can. */
  readonly retry?: 'after-delay' | 'immediately';
  /** The delay that the service requests before the next call, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The HTTP status of the response, if one arrived. */
  readonly status?: number;
  readonly usage?: ModelUsage;
  /** Whether the caller had stopped waiting for the answer. */
  readonly isStopped?: boolean;
  /** Calls to the service. */
  readonly attempts?: number;
}

/**
 * Thrown if a classifier gives no suggestion. It never contains the ticket, the API key or a message of the service, which may quote
 * both.
 */
export class ClassifierFailure extends Error {
  override readonly name = 'ClassifierFailure';

  constructor(
    readonly reason: FallbackReason,
    readonly details: FailureDetails = {},
  ) {
    super(`The classifier gave no suggestion: ${reason}`);
  }
}

/**
 * Whether the circuit breaker counts this outcome as a failure of the service. Blocked texts, invalid output and rejected keys do not
 * count, because the service responded; nor do calls that were stopped, because it might have.
 */
export function isServiceFailure(outcome: unknown): boolean {
  if (!(outcome instanceof ClassifierFailure) || outcome.details.isStopped) return false;
  return ['network', 'timeout', 'upstream_error'].includes(outcome.reason);
}
