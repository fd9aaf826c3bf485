import { BrokenCircuitError, BulkheadRejectedError, CircuitState, TaskCancelledError } from 'cockatiel';
import { createBreaker, createBulkhead, createRetry } from './call-policies';
import type { ClassifierAnswer, ClassifierProvider } from '../classifier.provider';
import { ClassifierFailure } from '../classifier-failure';
import type { ClassifierLog } from '../classifier-log';
import { DailyBudget } from './daily-budget';
import type { Deadline } from './deadline';
import type { ModelText } from '../privacy/model-text';
import { RateLimitPause } from './rate-limit-pause';

/** The attempts that one classification took. */
interface Attempts {
  count: number;
}

/**
 * Keeps the service and us from harming each other: calls in turn, a second attempt where one may help, no calls while the service
 * is ill, asks for a pause, or has had the calls of the day. Logs one line for each classification.
 */
export class ResilientClassifier implements ClassifierProvider {
  private readonly bulkhead = createBulkhead();
  private readonly breaker = createBreaker();
  private readonly pause = new RateLimitPause();
  private readonly budget: DailyBudget;

  constructor(
    private readonly inner: ClassifierProvider,
    private readonly log: ClassifierLog,
    dailyLimit: number,
  ) {
    this.budget = new DailyBudget(dailyLimit);
  }

  async classify(text: ModelText, deadline: Deadline): Promise<ClassifierAnswer> {
    const startedAt = performance.now();
    const attempts: Attempts = { count: 0 };
    const outcome = await this.inTurn(text, deadline, attempts).catch(asFailure);
    this.log.record(outcome, { attempts: attempts.count, latencyMs: performance.now() - startedAt });
    if (outcome instanceof ClassifierFailure) throw outcome;
    return outcome;
  }

  private async inTurn(text: ModelText, deadline: Deadline, attempts: Attempts): Promise<ClassifierAnswer> {
    this.refuseNeedlessCall();
    const call = this.bulkhead.execute(() => this.whileServiceIsWell(text, deadline, attempts), deadline.signal);
    return deadline.race(call); // a place in the queue is no reason to wait longer
  }

  /** The breaker is inside the queue, so that those who waited while it opened are sent away too. */
  private async whileServiceIsWell(text: ModelText, deadline: Deadline, attempts: Attempts): Promise<ClassifierAnswer> {
    this.refuseNeedlessCall();
    // One call tries whether the service is back; the others would wait for it until their own deadline.
    if (this.breaker.state === CircuitState.HalfOpen) throw new ClassifierFailure('circuit_open');
    const outcome = await this.breaker.execute(() =>
      deadline.race(this.withRetry(text, deadline, attempts)).catch(asFailure),
    );
    if (outcome instanceof ClassifierFailure) throw outcome;
    return outcome;
  }

  private withRetry(text: ModelText, deadline: Deadline, attempts: Attempts): Promise<ClassifierAnswer> {
    const retry = createRetry(() => (this.budget.hasRoom ? deadline.remaining : 0));
    return retry.execute(() => this.attempt(text, deadline, attempts), deadline.signal);
  }

  private async attempt(text: ModelText, deadline: Deadline, attempts: Attempts): Promise<ClassifierAnswer> {
    this.refuseNeedlessCall();
    this.budget.take();
    attempts.count++;
    try {
      return await this.inner.classify(text, deadline);
    } catch (error) {
      const failure = asFailure(error);
      if (failure.reason === 'rate_limited') this.pause.begin(failure.details.pauseMs);
      throw failure;
    }
  }

  private refuseNeedlessCall(): void {
    if (this.pause.isOn) throw new ClassifierFailure('rate_limited');
    if (!this.budget.hasRoom) throw new ClassifierFailure('budget');
  }
}

/** Names what the policies refuse; anything unforeseen is passed on, for the service to report. */
function asFailure(error: unknown): ClassifierFailure {
  if (error instanceof ClassifierFailure) return error;
  if (error instanceof BulkheadRejectedError) return new ClassifierFailure('overloaded');
  if (error instanceof BrokenCircuitError) return new ClassifierFailure('circuit_open');
  if (error instanceof TaskCancelledError) return new ClassifierFailure('timeout');
  throw error;
}
