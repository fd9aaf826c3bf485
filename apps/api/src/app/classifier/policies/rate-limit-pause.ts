/** The longest pause, in milliseconds, and the one taken when the service does not say how long. */
export const RATE_LIMIT_PAUSE_MAX_MS = 60_000;

/** Remembers that the service asked to be left alone. */
export class RateLimitPause {
  private until = 0;

  get isOn(): boolean {
    return Date.now() < this.until;
  }

  /** Begins, or lengthens, a pause of so many milliseconds, a minute at most. */
  begin(milliseconds = RATE_LIMIT_PAUSE_MAX_MS): void {
    this.until = Math.max(this.until, Date.now() + Math.min(milliseconds, RATE_LIMIT_PAUSE_MAX_MS));
  }
}
