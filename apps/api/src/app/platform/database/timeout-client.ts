import type { QueryResult } from 'pg';
import { hasTimeLeft, startWaiting } from '../context/work-context';
import { SessionClient, type SessionConfig } from './session-client';

/**
 * A connection that runs no statement after the deadline of the request, except to end its transaction. It closes as soon as a
 * query gets no result within `query_timeout`. `pg` only rejects such a query and keeps the connection, so every later query on
 * it waits as long again: the ROLLBACK, and the queries of the request that gets it next.
 *
 * This class has its own timer and passes `pg` a callback. With a timeout or a promise of `pg`, `pg` replaces the callback of a
 * query after creating it. The rows of each result then outlive the young heap: a full collection has to free 44 kB per list.
 */
export class TimeoutClient extends SessionClient {
  private readonly timeoutMs: number | undefined;

  constructor(config: string | SessionConfig = {}) {
    const { query_timeout: timeoutMs, ...rest } = typeof config === 'string' ? { connectionString: config } : config;
    super(rest);
    this.timeoutMs = timeoutMs;
  }

  /** Declared as `never`, the only type that fits every overload. The value has the type that `pg` documents. */
  override query(...parameters: unknown[]): never {
    const [text, values] = parameters;
    const isPlain = typeof text === 'string' && typeof values !== 'function' && parameters.length <= 2;
    if (!isPlain) return super.query(...(parameters as [string])) as never;
    return this.queryWithTimeout(text, values as unknown[] | undefined) as never;
  }

  private queryWithTimeout(text: string, values: unknown[] = []): Promise<QueryResult> {
    if (!hasTimeLeft() && text !== 'ROLLBACK') return Promise.reject(new Error('Query read timeout'));
    const stopWaiting = startWaiting('database');
    return new Promise((resolve, reject) => {
      const timer = this.timeoutMs && setTimeout(() => this.closeAfterTimeout(reject), this.timeoutMs);
      super.query(text, values, (error: Error | null, result: QueryResult) => {
        clearTimeout(timer);
        stopWaiting();
        if (error) reject(error);
        else resolve(result);
      });
    });
  }

  private closeAfterTimeout(reject: (error: Error) => void): void {
    reject(new Error('Query read timeout')); // the same message as pg
    this.connection.stream.destroy();
  }
}
