/** What a search may spend before it returns what it has found so far. */
export const SEARCH_LIMITS = {
  /** In milliseconds. With the page, the headers and a window that takes longer than it should, a request stays below a second. */
  ms: 600,
  /** Tickets that every search covers, however long that takes: few enough that it ends in time on any machine. */
  tickets: 50_000,
};

/**
 * The time of one search. An index finds most texts at once, but a rare phrase of frequent syllables is in no index: PostgreSQL reads
 * most tickets to find none, which takes seconds at millions of tickets.
 */
export class SearchBudget {
  private readonly startedAt = performance.now();

  /** Whether a search that has covered a number of tickets has to stop. */
  isSpent(covered: number): boolean {
    return covered >= SEARCH_LIMITS.tickets && this.elapsedMs >= SEARCH_LIMITS.ms;
  }

  /** The number of tickets that the rest of the time suffices for, if they take as long as those covered so far. */
  affordable(covered: number): number {
    const left = Math.max(0, SEARCH_LIMITS.ms - this.elapsedMs);
    return Math.max(SEARCH_LIMITS.tickets - covered, (covered * left) / Math.max(this.elapsedMs, 1));
  }

  private get elapsedMs(): number {
    return performance.now() - this.startedAt;
  }
}
