/** Maximum length of a pause, and its length if the service gives no delay. */
const MAX_DELAY_MS = 60_000;

/** Pauses all calls after a 429 response. */
export class RateLimitPause {
  private endsAt = 0;

  get isActive(): boolean {
    return Date.now() < this.endsAt;
  }

  /** Starts a pause, or extends the active one. A shorter delay does not shorten it. */
  start(delayMs = MAX_DELAY_MS): void {
    this.endsAt = Math.max(this.endsAt, Date.now() + Math.min(delayMs, MAX_DELAY_MS));
  }
}
