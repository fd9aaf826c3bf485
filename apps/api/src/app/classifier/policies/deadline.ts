import { ClassifierFailure } from '../classifier-failure';

/** A moment until which someone waits, as a signal to abort by and a time to plan by. To be cleared when the work is done. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly endsAt: number;

  constructor(milliseconds: number) {
    this.endsAt = performance.now() + milliseconds;
    this.timer = setTimeout(() => this.controller.abort(), milliseconds);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Milliseconds that are left; 0 when it has passed. */
  get remaining(): number {
    return this.signal.aborted ? 0 : Math.max(0, this.endsAt - performance.now());
  }

  /**
   * The work's own end, or this deadline, whichever comes first. The work is not stopped; that is the signal's business.
   * @throws ClassifierFailure `timeout` when the deadline comes first
   */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const giveUp = () => reject(new ClassifierFailure('timeout'));
      work.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', giveUp));
      if (this.signal.aborted) giveUp();
      else this.signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Stops the clock, so that no timer outlives the work. */
  clear(): void {
    clearTimeout(this.timer);
  }
}
