/** Limits of a search, after which it returns the tickets found so far. */
export const SEARCH_LIMITS = {
  /** In milliseconds. Leaves time for the page, the headers and a slow window, so that a request takes less than a second. */
  ms: 600,
  /** Tickets that every search covers, regardless of the time: few enough to finish in time on any machine. */
  tickets: 20_000,
  /** How much longer than the remaining time a window may take, in milliseconds, before it is cancelled. */
  slackMs: 150,
};

/**
 * The time budget of one search. An index finds most texts at once. A rare phrase of frequent syllables is in no index, so PostgreSQL reads
 * most tickets and finds none, which takes seconds for millions of tickets.
 */
export class SearchBudget {
  private readonly startedAt = performance.now();

  /** Whether a search that has covered a number of tickets must stop. */
  isSpent(covered: number): boolean {
    return covered >= SEARCH_LIMITS.tickets && this.elapsedMs >= SEARCH_LIMITS.ms;
  }

  /** Number of tickets that the remaining time suffices for, at the speed so far. */
  affordable(covered: number): number {
    const left = Math.max(0, SEARCH_LIMITS.ms - this.elapsedMs);
    return Math.max(SEARCH_LIMITS.tickets - covered, (covered * left) / Math.max(this.elapsedMs, 1));
  }

  /** Maximum duration of the next window, in milliseconds. Unlimited until the search has covered what every search covers. */
  windowMs(covered: number): number {
    if (covered < SEARCH_LIMITS.tickets) return Infinity;
    return Math.max(0, SEARCH_LIMITS.ms - this.elapsedMs) + SEARCH_LIMITS.slackMs;
  }

  private get elapsedMs(): number {
    return performance.now() - this.startedAt;
  }
}
