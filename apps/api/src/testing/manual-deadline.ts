import { Deadline } from '../app/classifier/policies/deadline';

/** A deadline that passes when the test says so, and not by the clock. */
export class ManualDeadline extends Deadline {
  private readonly ending = new AbortController();

  /** @param left milliseconds that it claims to leave */
  constructor(private readonly left = 60_000) {
    super(left);
    this.clear();
  }

  override get signal(): AbortSignal {
    return this.ending.signal;
  }

  override get remaining(): number {
    return this.signal.aborted ? 0 : this.left;
  }

  pass(): void {
    this.ending.abort();
  }
}
