/** After a failure, one caller at a time tries again. */
const TRIAL_MS = 1000;

/** Keeps callers from something that has just failed. All times are milliseconds of `performance.now()`. */
export class Cooldown {
  private until = -Infinity;

  /** Whether the caller may try. After a cooldown, only one caller in a second may, until one succeeds. */
  tryUse(): boolean {
    const now = performance.now();
    if (now < this.until) return false;
    if (this.until > -Infinity) this.until = now + TRIAL_MS;
    return true;
  }

  start(ms: number): void {
    this.until = Math.max(this.until, performance.now() + ms);
  }

  end(): void {
    this.until = -Infinity;
  }
}
