/** Tells all API processes on a database that there are new events to read. It carries no data, and may ring without need. */
export abstract class ChangeBell {
  /** Time without a ring after which listeners poll for events, in milliseconds: writers may bypass the API. */
  abstract readonly pollMs: number;

  /** Call after the commit of a change. Never fails: after a lost ring, the next poll finds the change. */
  abstract ring(): void;

  /**
   * Calls a function when the bell rings, here or in another process.
   * @returns a function that stops it
   */
  abstract listen(listener: () => void): () => void;
}
