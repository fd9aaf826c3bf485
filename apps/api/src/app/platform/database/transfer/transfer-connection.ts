/**
 * One session on a database of either form, without the timeouts of requests. Besides queries, it reads and writes rows in the text
 * format of COPY, which all versions of PostgreSQL share.
 */
export interface TransferConnection {
  query<T = unknown>(sql: string, parameters?: readonly unknown[]): Promise<T>;
  /** The rows of a query; empty without rows. All of them are in memory at once. */
  copyOut(query: string): Promise<Uint8Array>;
  /** @param target the table and its columns: `tickets (id, title)` */
  copyIn(target: string, rows: Uint8Array): Promise<void>;
  /** Ends a running transaction without its changes, and closes. */
  close(): Promise<void>;
}
