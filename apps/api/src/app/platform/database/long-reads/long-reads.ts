/** A read that takes longer than a request, such as an export. Close it at the end. */
export interface LongRead {
  query<T>(sql: string, parameters: readonly unknown[]): Promise<T[]>;
  /**
   * Lines of any number, in parts of some 100 kB, read no faster than the caller takes them. A part may end within a line. Undefined if the
   * database cannot stream.
   * @param sql a SELECT without parameters of one text, which has no control characters
   */
  readonly lines?: (sql: string) => AsyncIterable<Buffer>;
  close(): void;
}

/** Opens long reads, which do not take a connection from requests. */
export abstract class LongReads {
  /** @throws Error if the database is unavailable */
  abstract open(): Promise<LongRead>;
}
