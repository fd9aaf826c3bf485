import { Client } from 'pg';

/**
 * A connection that closes with its first query that times out. `pg` itself only rejects the query and keeps the
 * connection, which then lets every later query wait as long again: the ROLLBACK, and whatever the pool hands it to.
 */
export class GiveUpClient extends Client {
  /** `never` as the result: the one type that every overload accepts, while the value is whatever `pg` returned. */
  override query(...parameters: unknown[]): never {
    const result: unknown = super.query(...(parameters as [string]));
    if (result instanceof Promise) result.catch((error: Error) => this.closeAfterTimeout(error));
    return result as never;
  }

  private closeAfterTimeout(error: Error): void {
    if (error.message === 'Query read timeout') this.connection.stream.destroy();
  }
}
