import type { Queryable } from '../queryable';

/**
 * A change of the schema or of all rows that runs after the start, while the API serves requests. A migration adds its row to
 * `online_changes`. Code that depends on the change checks {@link isChangeFinished} until then.
 */
export interface OnlineChange {
  /** Its name in `online_changes`. */
  readonly name: string;
  /**
   * Applies the change. It may have been interrupted at any statement, also by the end of the process, so every step checks what is
   * done already. No step may hold a lock on a table for more than a second.
   */
  apply(connection: OnlineConnection): Promise<void>;
}

/** The connection of a change, without the timeouts of requests and outside a transaction. */
export interface OnlineConnection {
  /** Aborted when the process stops, or when another process may have taken over. A pending `query` then rejects. */
  readonly signal: AbortSignal;
  query<T = unknown>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

/** Whether a change is finished, in the snapshot of a transaction. A finished change stays finished. */
export async function isChangeFinished(manager: Queryable, name: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    'SELECT FROM online_changes WHERE name = $1 AND finished_at IS NOT NULL',
    [name],
  );
  return rows.length > 0;
}
