import { BrokenCircuitError, BulkheadRejectedError, CircuitState, TaskCancelledError } from 'cockatiel';
import { ClassifierFailure } from '../classifier-failure';
import type { ModelUsage } from '../model-usage';
import type { CallBudget } from './call-budget';
import { createBulkhead, createCircuitBreaker, createRetry } from './call-policies';
import type { Deadline } from './deadline';
import { RateLimitPause } from './rate-limit-pause';

/** One call to the service. */
export type ModelCall<T extends { readonly usage?: ModelUsage }> = () => Promise<T>;

/** The outcome of a call, and its number of attempts: 0 if a policy rejected the first one. */
export interface GuardedOutcome<T> {
  readonly outcome: T | ClassifierFailure;
  readonly attempts: number;
}

/** Counts the attempts of one call. */
interface AttemptCounter {
  count: number;
}

/**
 * Applies the resilience policies to all calls of the model, which share the capacity, the failures and the budget of one service. From
 * outside to inside: bulkhead, circuit breaker, retry. Rejects calls during a rate-limit pause and over the budget.
 */
export class GuardedCalls {
  private readonly bulkhead = createBulkhead();
  private readonly circuitBreaker = createCircuitBreaker();
  private readonly pause = new RateLimitPause();

  constructor(private readonly budget: CallBudget) {}

  /** Rejects only because of a bug: failures of the model and of the policies are outcomes. */
  async run<T extends { readonly usage?: ModelUsage }>(
    call: ModelCall<T>,
    deadline: Deadline,
  ): Promise<GuardedOutcome<T>> {
    const attempts: AttemptCounter = { count: 0 };
    const counted = () => this.callOnce(call, attempts, deadline);
    const outcome = await this.runInBulkhead(counted, deadline).catch(toFailure(deadline));
    return { outcome, attempts: attempts.count };
  }

  private async runInBulkhead<T>(call: () => Promise<T>, deadline: Deadline): Promise<T> {
    this.assertCallAllowed();
    const run = this.bulkhead.execute(() => this.runInCircuitBreaker(call, deadline), deadline.signal);
    return deadline.race(run); // the deadline includes the time in the queue
  }

  /** Inside the bulkhead, so that an open circuit also rejects queued calls. */
  private async runInCircuitBreaker<T>(call: () => Promise<T>, deadline: Deadline): Promise<T> {
    this.assertCallAllowed();
    // Half-open: cockatiel lets one trial call through and makes the others wait for it. This rejects them at once instead.
    if (this.circuitBreaker.state === CircuitState.HalfOpen) throw new ClassifierFailure('circuit_open');
    const outcome = await this.circuitBreaker.execute(() =>
      deadline.race(this.runWithRetry(call, deadline)).catch(toFailure(deadline)),
    );
    if (outcome instanceof ClassifierFailure) throw outcome;
    return outcome;
  }

  private runWithRetry<T>(call: () => Promise<T>, deadline: Deadline): Promise<T> {
    const retry = createRetry(() => (this.budget.hasCallsLeft ? deadline.remainingMs : 0));
    return retry.execute(call, deadline.signal);
  }

  private async callOnce<T extends { readonly usage?: ModelUsage }>(
    call: ModelCall<T>,
    attempts: AttemptCounter,
    deadline: Deadline,
  ): Promise<T> {
    this.assertCallAllowed();
    if (!(await this.budget.take())) throw new ClassifierFailure('budget');
    attempts.count++;
    try {
      const result = await call();
      if (result.usage) this.budget.addUsage(result.usage);
      return result;
    } catch (error) {
      const failure = toFailure(deadline)(error);
      if (failure.details.usage) this.budget.addUsage(failure.details.usage);
      if (failure.reason === 'rate_limited') this.pause.start(failure.details.retryAfterMs);
      throw failure;
    }
  }

  private assertCallAllowed(): void {
    if (this.pause.isActive) throw new ClassifierFailure('rate_limited');
    if (!this.budget.hasCallsLeft) throw new ClassifierFailure('budget');
  }
}

/** Maps rejections of the policies to failures. Rethrows unknown errors, which the caller logs. */
function toFailure(deadline: Deadline): (error: unknown) => ClassifierFailure {
  return (error) => {
    if (error instanceof ClassifierFailure) return error;
    if (error instanceof BulkheadRejectedError) return new ClassifierFailure('overloaded');
    if (error instanceof BrokenCircuitError) return new ClassifierFailure('circuit_open');
    if (error instanceof TaskCancelledError) return deadline.failure();
    throw error;
  };
}
