/** A read that takes longer than a request, such as an export. Close it at the end. */
export interface LongRead {
  query<T>(sql: string, parameters: readonly unknown[]): Promise<T[]>;
  close(): void;
}

/** Opens long reads, which do not take a connection from requests. */
export abstract class LongReads {
  /** @throws Error if the database is unavailable */
  abstract open(): Promise<LongRead>;
}
