import pg, { type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { hasTimeLeft, currentContext, startWaiting } from '../context/work-context';
import { CONNECTION_REFUSED, unavailableReason } from './database-unavailable';
import { HostsPool, type HostsPoolConfig, type PoolCallback } from './hosts/hosts-pool';

/** The message of `pg-pool` for a request that waited in its queue, and not for a connection that does not open. */
const QUEUE_TIMEOUT = 'timeout exceeded when trying to connect';

/** A pool that records waits, reports exhaustion as an error of its own, and gives no connection to a request after its deadline. */
export class ReportingPool extends HostsPool {
  /** Connections that requests use. Others may be opening, or idle. */
  private inUse = 0;
  /** Start times of the requests that wait for a connection, oldest first, in milliseconds of `performance.now()`. */
  private readonly waitingSince = new Set<{ readonly at: number }>();
  private answeredAt = -Infinity;

  constructor(config?: HostsPoolConfig) {
    super(config);
    Object.assign(this.options, { onAnswer: () => (this.answeredAt = performance.now()) }); // the pool passes them on to its clients
    this.on('acquire', () => this.inUse++);
    this.on('release', () => this.inUse--);
  }

  /** Connections that requests use. */
  get inUseCount(): number {
    return this.inUse;
  }

  /** Maximum number of connections. */
  get size(): number {
    return this.options.max;
  }

  /** Whether the database has answered a statement on any connection since a time of `performance.now()`. */
  hasAnsweredSince(time: number): boolean {
    return this.answeredAt >= time;
  }

  /** Wait of the oldest queued request for a connection so far, in milliseconds; 0 without a queue. */
  get longestWaitMs(): number {
    const [oldest] = this.waitingSince;
    return oldest ? performance.now() - oldest.at : 0;
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: PoolCallback): void;
  override connect(callback?: PoolCallback): Promise<PoolClient> | void {
    if (!callback) return super.connect();
    const context = currentContext();
    if (!hasTimeLeft(context)) {
      process.nextTick(callback, new Error('Query read timeout'), undefined, () => undefined); // the same message as pg
      return;
    }
    const stopWaiting = startWaiting('connection pool');
    const waiting = { at: performance.now() };
    this.waitingSince.add(waiting);
    super.connect((error, client, release) => {
      this.waitingSince.delete(waiting);
      stopWaiting();
      if (client && !hasTimeLeft(context)) {
        release();
        callback(exhausted(this.options.max), undefined, release);
      } else callback(error && this.described(error), client, release);
    });
  }

  /** Maps every error to an unavailable connection, regardless of its SQLSTATE: 42501 is a missing right to connect. */
  private described(error: Error): Error {
    if (this.isExhausted(error)) return exhausted(this.options.max);
    const reason = unavailableReason(error);
    return reason !== undefined && reason !== 'no_rights'
      ? error
      : Object.assign(new Error(error.message, { cause: error }), { code: CONNECTION_REFUSED });
  }

  private isExhausted(error: Error): boolean {
    return error.message === QUEUE_TIMEOUT && this.inUse >= this.options.max;
  }
}

function exhausted(size: number): Error {
  const connections = size === 1 ? 'The only connection of the pool is' : `All ${size} connections of the pool are`;
  return Object.assign(new Error(`${connections} in use`), { code: 'POOL_EXHAUSTED' });
}

/** The driver `pg` with that pool, for TypeORM. */
export const REPORTING_DRIVER = { ...pg, Pool: ReportingPool };

/** The pool of a database that was opened with that driver. */
export function poolOf(database: DataSource): ReportingPool {
  return (database.driver as unknown as { readonly master: ReportingPool }).master;
}
