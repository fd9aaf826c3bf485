import { Client, type ClientConfig, type QueryResult } from 'pg';

/**
 * A connection that closes with its first query that gets no answer within `query_timeout`. `pg` itself only rejects such a query
 * and keeps the connection, which then lets every later query wait as long again: the ROLLBACK, and whatever the pool hands it to.
 *
 * The timer is its own, and `pg` is asked with a callback: with its own time-out or promise, `pg` changes the callback of a query
 * after making it, and then the rows of each answer outlive the young heap: 44 kB a list, which the collector has to fetch from the
 * old one.
 */
export class TimeoutClient extends Client {
  private readonly patience: number | undefined;

  constructor(config: string | ClientConfig = {}) {
    const { query_timeout: patience, ...rest } = typeof config === 'string' ? { connectionString: config } : config;
    super(rest);
    this.patience = patience;
  }

  /** `never` as the result: the one type that every overload accepts, while the value is whatever `pg` would return. */
  override query(...parameters: unknown[]): never {
    const [text, values] = parameters;
    const isPlain = typeof text === 'string' && typeof values !== 'function' && parameters.length <= 2;
    if (!isPlain) return super.query(...(parameters as [string])) as never;
    return this.ask(text, values as unknown[] | undefined) as never;
  }

  private ask(text: string, values: unknown[] = []): Promise<QueryResult> {
    return new Promise((resolve, reject) => {
      const timer = this.patience && setTimeout(() => this.giveUp(reject), this.patience);
      super.query(text, values, (error: Error | null, result: QueryResult) => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve(result);
      });
    });
  }

  private giveUp(reject: (error: Error) => void): void {
    reject(new Error('Query read timeout')); // as pg says it
    this.connection.stream.destroy();
  }
}
