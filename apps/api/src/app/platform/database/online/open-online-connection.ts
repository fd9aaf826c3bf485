import type { DataSource } from 'typeorm';
import { openSession } from '../hosts/open-session';
import type { ServerAddress } from '../hosts/server-address';
import type { OnlineConnection } from './online-change';

/** An {@link OnlineConnection} that its user closes. */
export interface ClosableConnection extends OnlineConnection {
  close(): void;
}

/**
 * Opens a connection of its own to a server, without statement timeout. When it is aborted, it closes without waiting for its
 * statement, which the server completes.
 */
export async function connectToServer(address: ServerAddress, signal: AbortSignal): Promise<ClosableConnection> {
  const closing = new AbortController();
  const client = await openSession(address, {
    application_name: 'docket',
    keepAlive: true,
    signal: AbortSignal.any([signal, closing.signal]),
  });
  return {
    signal,
    query: async <T>(sql: string, parameters?: readonly unknown[]) => {
      signal.throwIfAborted();
      const { rows } = await client.query(sql, parameters && [...parameters]);
      return rows as T[];
    },
    close: () => closing.abort(),
  };
}

/** Shares the only connection of the embedded database: requests run between the statements. */
export function shareEmbedded(database: DataSource, signal: AbortSignal): ClosableConnection {
  return {
    signal,
    query: async <T>(sql: string, parameters?: readonly unknown[]) => {
      signal.throwIfAborted();
      return database.query<T[]>(sql, parameters && [...parameters]);
    },
    close: () => undefined,
  };
}
