/** Shortest and longest time between two replacements of all connections, in milliseconds. */
const MIN_INTERVAL_MS = 1000;
const MAX_INTERVAL_MS = 30_000;

/**
 * Limits how often all connections of a pool are replaced. A database may be read-only for hours, so each replacement that did not
 * help doubles the time until the next one.
 */
export class ReplacementPace {
  private intervalMs = MIN_INTERVAL_MS;
  private lastAt = -Infinity;

  /** Whether the connections may be replaced now; true counts as a replacement. @param now in milliseconds of a monotonic clock */
  isDue(now: number): boolean {
    const passed = now - this.lastAt;
    if (passed < this.intervalMs) return false;
    const hasHelped = passed >= 2 * this.intervalMs;
    this.intervalMs = hasHelped ? MIN_INTERVAL_MS : Math.min(MAX_INTERVAL_MS, 2 * this.intervalMs);
    this.lastAt = now;
    return true;
  }
}
