import { SessionClient, type SessionConfig } from '../session-client';
import { HostSearch } from './host-search';
import type { ServerAddress } from './server-address';

/** A connection that is closed when it is aborted, also while it opens. */
export interface SessionOptions extends Omit<SessionConfig, 'address' | 'connectionString'> {
  readonly signal?: AbortSignal;
}

/**
 * Opens a connection of its own, outside the pool, to the first host that can be used.
 * @throws NoHostError if there are several hosts and none can be used, otherwise the error of `pg`
 */
export async function openSession(
  address: ServerAddress,
  { signal, ...config }: SessionOptions = {},
): Promise<SessionClient> {
  const search = new HostSearch(address, config.connectionTimeoutMillis);
  for (;;) {
    signal?.throwIfAborted();
    const client = new SessionClient({ ...config, address });
    client.on('error', () => undefined); // the awaited calls reject as well
    const close = () => void client.connection.stream.destroy();
    signal?.addEventListener('abort', close, { once: true });
    try {
      await client.connect();
      return client;
    } catch (error) {
      signal?.removeEventListener('abort', close);
      const failure = search.fail(error as Error);
      if (failure) throw failure;
    }
  }
}
