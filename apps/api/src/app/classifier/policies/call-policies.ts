import {
  type BulkheadPolicy,
  bulkhead,
  circuitBreaker,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  handleWhenResult,
  retry,
  type RetryPolicy,
} from 'cockatiel';
import { ClassifierFailure, isServiceFailure } from '../classifier-failure';

const MAX_CONCURRENT_CALLS = 4;
const MAX_QUEUED_CALLS = 8;
const CONSECUTIVE_FAILURES_TO_OPEN = 5;
const HALF_OPEN_DELAY_MS = 30_000;
const MAX_RETRIES = 1;
const RETRY_MIN_DELAY_MS = 150;
const RETRY_MAX_DELAY_MS = 400;
/** No retry if the deadline leaves less time than this: the call could hardly finish. */
const MIN_TIME_FOR_RETRY_MS = 600;

/** Limits concurrent and queued calls; rejects further ones. */
export function createBulkhead(): BulkheadPolicy {
  return bulkhead(MAX_CONCURRENT_CALLS, MAX_QUEUED_CALLS);
}

/**
 * Opens after consecutive failures of the service. Callers return failures as results, so that a failure such as a blocked text
 * counts as a success and resets the count.
 */
export function createCircuitBreaker(): CircuitBreakerPolicy {
  return circuitBreaker(handleWhenResult(isServiceFailure), {
    halfOpenAfter: HALF_OPEN_DELAY_MS,
    breaker: new ConsecutiveBreaker(CONSECUTIVE_FAILURES_TO_OPEN),
  });
}

/**
 * Retries once, if the failure is retryable and the deadline leaves enough time.
 * @param getRemainingMs returns the time until the deadline, in milliseconds
 */
export function createRetry(getRemainingMs: () => number): RetryPolicy {
  const shouldRetry = (error: unknown) => retryTiming(error) !== undefined && getRemainingMs() >= MIN_TIME_FOR_RETRY_MS;
  return retry(handleWhen(shouldRetry), {
    maxAttempts: MAX_RETRIES,
    backoff: new DelegateBackoff(({ result }) =>
      'error' in result && retryTiming(result.error) === 'immediately'
        ? 0
        : randomBetween(RETRY_MIN_DELAY_MS, RETRY_MAX_DELAY_MS),
    ),
  });
}

function retryTiming(error: unknown) {
  return error instanceof ClassifierFailure ? error.details.retry : undefined;
}

function randomBetween(min: number, max: number): number {
  return min + Math.random() * (max - min);
}
