import type { DataSource } from 'typeorm';
import type { ServerAddress } from '../data-source-options';
import { SessionClient } from '../session-client';
import type { OnlineConnection } from './online-change';

/** An {@link OnlineConnection} that its user closes. */
export interface ClosableConnection extends OnlineConnection {
  close(): void;
}

/**
 * Opens a connection of its own to a server, without statement timeout. When it is aborted, it closes without waiting for its
 * statement, which the server completes.
 */
export async function connectToServer(
  { url, isPooled }: ServerAddress,
  signal: AbortSignal,
): Promise<ClosableConnection> {
  const client = new SessionClient({ connectionString: url, isPooled, application_name: 'docket', keepAlive: true });
  client.on('error', () => undefined); // the awaited calls reject as well
  const close = () => void client.connection.stream.destroy();
  signal.addEventListener('abort', close, { once: true });
  await client.connect();
  return {
    signal,
    query: async <T>(sql: string, parameters?: readonly unknown[]) => {
      signal.throwIfAborted();
      const { rows } = await client.query(sql, parameters && [...parameters]);
      return rows as T[];
    },
    close: () => {
      signal.removeEventListener('abort', close);
      close();
    },
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
