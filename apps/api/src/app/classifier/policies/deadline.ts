import { ClassifierFailure } from '../classifier-failure';

/** A point in time that aborts a signal. Call {@link clear} when the work is done. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly endsAt: number;
  private readonly end = () => this.controller.abort();

  /** @param stop ends the work before the deadline, when the caller stops waiting */
  constructor(
    timeoutMs: number,
    private readonly stop?: AbortSignal,
  ) {
    this.endsAt = performance.now() + timeoutMs;
    this.timer = setTimeout(this.end, timeoutMs);
    if (stop?.aborted) this.end();
    else stop?.addEventListener('abort', this.end, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Time until the deadline, in milliseconds; 0 once it has expired. */
  get remainingMs(): number {
    return this.signal.aborted ? 0 : Math.max(0, this.endsAt - performance.now());
  }

  /** The failure of work that {@link signal} ended. */
  failure(): ClassifierFailure {
    return new ClassifierFailure('timeout', this.stop?.aborted ? { isStopped: true } : {});
  }

  /**
   * Returns the result of the work, or rejects at the deadline. The work continues, unless it observes {@link signal}.
   * @throws ClassifierFailure `timeout` if the deadline expires first
   */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const onAbort = () => reject(this.failure());
      work.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', onAbort));
      if (this.signal.aborted) onAbort();
      else this.signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Cancels the timer. */
  clear(): void {
    clearTimeout(this.timer);
    this.stop?.removeEventListener('abort', this.end);
  }
}
