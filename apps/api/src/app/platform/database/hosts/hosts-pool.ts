import pg, { type PoolClient, type PoolConfig } from 'pg';
import { HostSearch } from './host-search';
import { ReplacementPace } from './replacement-pace';
import type { ServerAddress } from './server-address';

/** Receives a connection, or the reason why there is none. */
export type PoolCallback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (error?: unknown) => void,
) => void;

export interface HostsPoolConfig extends PoolConfig {
  readonly address?: ServerAddress;
}

/**
 * A pool of connections to the first usable host. After an attempt to write to a read-only database, it replaces every connection before
 * its next use: another host may be the primary now, or the host name may resolve to another server.
 */
export class HostsPool extends pg.Pool {
  private readonly openedAt = new WeakMap<PoolClient, number>();
  /** Connections that are older are closed instead of used. Milliseconds of `performance.now()`. */
  private staleBefore = -Infinity;
  private readonly pace = new ReplacementPace();

  constructor(config?: HostsPoolConfig) {
    super(config);
    this.on('connect', (client) => this.openedAt.set(client, performance.now()));
    if (!config?.address) return; // the embedded database: no other server can take over, and its connection ends with it
    Object.assign(this.options, { onReadOnly: () => this.replaceConnections() }); // the pool passes it on to its clients
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: PoolCallback): void;
  override connect(callback?: PoolCallback): Promise<PoolClient> | void {
    if (callback) this.search(callback);
    else {
      return new Promise((resolve, reject) => {
        this.search((error, client) =>
          client ? resolve(client) : reject(error ?? new Error('There is no connection')),
        );
      });
    }
  }

  /** Tries hosts until one can be used. */
  private search(callback: PoolCallback): void {
    const { address, connectionTimeoutMillis } = this.options as HostsPoolConfig;
    if (!address || address.isPlain) return this.take(callback);
    const search = new HostSearch(address, connectionTimeoutMillis);
    const attempt = () =>
      this.take((error, client, release) => {
        const failure = error && search.fail(error);
        if (error && !failure) attempt();
        else callback(failure, client, release);
      });
    attempt();
  }

  /** Takes a connection, and replaces stale ones. */
  private take(callback: PoolCallback): void {
    super.connect((error, client, release) => {
      if (client && (this.openedAt.get(client) ?? 0) < this.staleBefore) {
        release(true);
        this.take(callback);
      } else callback(error, client, release);
    });
  }

  private replaceConnections(): void {
    const now = performance.now();
    if (this.pace.isDue(now)) this.staleBefore = now;
  }
}
