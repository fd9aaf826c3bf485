import { Deadline } from '../app/classifier/policies/deadline';

/** A deadline that a test expires, independent of the clock. */
export class ManualDeadline extends Deadline {
  private readonly expiry = new AbortController();

  /** @param fixedRemainingMs value of `remainingMs` until the deadline expires */
  constructor(private readonly fixedRemainingMs = 60_000) {
    super(fixedRemainingMs);
    this.clear();
  }

  override get signal(): AbortSignal {
    return this.expiry.signal;
  }

  override get remainingMs(): number {
    return this.signal.aborted ? 0 : this.fixedRemainingMs;
  }

  expire(): void {
    this.expiry.abort();
  }
}
