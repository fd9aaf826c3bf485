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

const CALLS_RUNNING = 4;
const CALLS_WAITING = 8;
const FAILURES_TO_OPEN = 5;
const HALF_OPEN_AFTER_MS = 30_000;
const MORE_ATTEMPTS = 1;
const PAUSE_MIN_MS = 150;
const PAUSE_MAX_MS = 400;
/** Less time than this, in milliseconds, is not worth a second attempt. */
const MIN_REMAINING_MS = 600;

/** Lets a few calls run and a few more wait. */
export function createBulkhead(): BulkheadPolicy {
  return bulkhead(CALLS_RUNNING, CALLS_WAITING);
}

/** Stops calling a service that is ill. It counts results and not errors, so that every answer of a healthy service ends a row of failures. */
export function createBreaker(): CircuitBreakerPolicy {
  return circuitBreaker(handleWhenResult(isServiceFailure), {
    halfOpenAfter: HALF_OPEN_AFTER_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
  });
}

/**
 * One more attempt, when the failure says that it may help and there is time for it.
 * @param remaining tells the milliseconds that are left
 */
export function createRetry(remaining: () => number): RetryPolicy {
  const isWorthwhile = (error: unknown) => retryOf(error) !== undefined && remaining() >= MIN_REMAINING_MS;
  return retry(handleWhen(isWorthwhile), {
    maxAttempts: MORE_ATTEMPTS,
    backoff: new DelegateBackoff(({ result }) =>
      'error' in result && retryOf(result.error) === 'at once' ? 0 : randomBetween(PAUSE_MIN_MS, PAUSE_MAX_MS),
    ),
  });
}

function retryOf(error: unknown) {
  return error instanceof ClassifierFailure ? error.details.retry : undefined;
}

function randomBetween(min: number, max: number): number {
  return min + Math.random() * (max - min);
}
