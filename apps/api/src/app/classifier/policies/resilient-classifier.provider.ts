import { BrokenCircuitError, BulkheadRejectedError, CircuitState, TaskCancelledError } from 'cockatiel';
import { createCircuitBreaker, createBulkhead, createRetry } from './call-policies';
import type { ClassifierResult, ClassifierProvider } from '../classifier.provider';
import { ClassifierFailure } from '../classifier-failure';
import type { ClassifierLog } from '../classifier-log';
import type { CallBudget } from './call-budget';
import type { Deadline } from './deadline';
import type { ModelText } from '../privacy/model-text';
import { RateLimitPause } from './rate-limit-pause';

/** Counts the calls of one classification. */
interface AttemptCounter {
  count: number;
}

/**
 * Applies the resilience policies to a classifier. From outside to inside: bulkhead, circuit breaker, retry. Rejects calls during a
 * rate-limit pause and over the budget. Logs one line per classification.
 */
export class ResilientClassifier implements ClassifierProvider {
  private readonly bulkhead = createBulkhead();
  private readonly circuitBreaker = createCircuitBreaker();
  private readonly pause = new RateLimitPause();

  constructor(
    private readonly inner: ClassifierProvider,
    private readonly log: ClassifierLog,
    private readonly budget: CallBudget,
  ) {}

  async classify(text: ModelText, deadline: Deadline): Promise<ClassifierResult> {
    const startedAt = performance.now();
    const attempts: AttemptCounter = { count: 0 };
    const outcome = await this.runInBulkhead(text, deadline, attempts).catch(toFailure);
    this.log.record(outcome, { attempts: attempts.count, latencyMs: performance.now() - startedAt });
    if (outcome instanceof ClassifierFailure) {
      throw new ClassifierFailure(outcome.reason, { ...outcome.details, attempts: attempts.count });
    }
    return { ...outcome, attempts: attempts.count };
  }

  private async runInBulkhead(
    text: ModelText,
    deadline: Deadline,
    attempts: AttemptCounter,
  ): Promise<ClassifierResult> {
    this.assertCallAllowed();
    const call = this.bulkhead.execute(() => this.runInCircuitBreaker(text, deadline, attempts), deadline.signal);
    return deadline.race(call); // the deadline includes the time in the queue
  }

  /** Inside the bulkhead, so that an open circuit also rejects queued calls. */
  private async runInCircuitBreaker(
    text: ModelText,
    deadline: Deadline,
    attempts: AttemptCounter,
  ): Promise<ClassifierResult> {
    this.assertCallAllowed();
    // Half-open: cockatiel lets one trial call through and makes the others wait for it. Rejects those at once instead.
    if (this.circuitBreaker.state === CircuitState.HalfOpen) throw new ClassifierFailure('circuit_open');
    const outcome = await this.circuitBreaker.execute(() =>
      deadline.race(this.runWithRetry(text, deadline, attempts)).catch(toFailure),
    );
    if (outcome instanceof ClassifierFailure) throw outcome;
    return outcome;
  }

  private runWithRetry(text: ModelText, deadline: Deadline, attempts: AttemptCounter): Promise<ClassifierResult> {
    const retry = createRetry(() => (this.budget.hasCallsLeft ? deadline.remainingMs : 0));
    return retry.execute(() => this.callProvider(text, deadline, attempts), deadline.signal);
  }

  private async callProvider(text: ModelText, deadline: Deadline, attempts: AttemptCounter): Promise<ClassifierResult> {
    this.assertCallAllowed();
    if (!(await this.budget.take())) throw new ClassifierFailure('budget');
    attempts.count++;
    try {
      const result = await this.inner.classify(text, deadline);
      if (result.usage) this.budget.addUsage(result.usage);
      return result;
    } catch (error) {
      const failure = toFailure(error);
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

/** Maps rejections of the policies to failures. Rethrows unknown errors, which ClassifierService logs. */
function toFailure(error: unknown): ClassifierFailure {
  if (error instanceof ClassifierFailure) return error;
  if (error instanceof BulkheadRejectedError) return new ClassifierFailure('overloaded');
  if (error instanceof BrokenCircuitError) return new ClassifierFailure('circuit_open');
  if (error instanceof TaskCancelledError) return new ClassifierFailure('timeout');
  throw error;
}
