import type { QueryResult } from 'pg';
import { remainingMs, startWaiting } from '../context/work-context';
import { requestCancel } from './request-cancel';
import { SessionClient, type SessionConfig } from './session-client';

export interface TimeoutConfig extends SessionConfig {
  /** Called after each answer to a statement. */
  readonly onAnswer?: () => void;
  /** Called after an attempt to write to a read-only database. */
  readonly onReadOnly?: () => void;
}

/** The code of a statement that was not sent, because its request has no time left. */
export const NO_TIME_LEFT = 'NO_TIME_LEFT';

/** SQLSTATE of an attempt to write in a read-only transaction. */
const READ_ONLY = '25006';

/** Statements that end a transaction. They run to their end, because a cancelled one would leave its outcome open. */
const ENDS_TRANSACTION = ['COMMIT', 'ROLLBACK'];

/**
 * A connection that runs no statement after the deadline of the request, except to end its transaction. At the deadline, it asks the
 * server to cancel the running statement. It closes as soon as a query gets no result within `query_timeout`. `pg` only rejects such a
 * query and keeps the connection, so every later query on it waits as long again: the ROLLBACK, and the queries of the request that
 * gets it next.
 *
 * This class has its own timer and passes `pg` a callback. With a timeout or a promise of `pg`, `pg` replaces the callback of a
 * query after creating it. The rows of each result then outlive the young heap: a full collection has to free 44 kB per list.
 */
export class TimeoutClient extends SessionClient {
  private readonly timeoutMs: number | undefined;
  private readonly onAnswer: (() => void) | undefined;
  private readonly onReadOnly: (() => void) | undefined;

  constructor(config: string | TimeoutConfig = {}) {
    const options: TimeoutConfig = typeof config === 'string' ? { connectionString: config } : config;
    const { query_timeout: timeoutMs, ...rest } = options;
    super(rest);
    this.timeoutMs = timeoutMs;
    this.onAnswer = options.onAnswer;
    this.onReadOnly = options.onReadOnly;
  }

  /** Declared as `never`, the only type that fits every overload. The value has the type that `pg` documents. */
  override query(...parameters: unknown[]): never {
    const [text, values] = parameters;
    const isPlain = typeof text === 'string' && typeof values !== 'function' && parameters.length <= 2;
    if (!isPlain) return super.query(...(parameters as [string])) as never;
    return this.queryWithTimeout(text, values as unknown[] | undefined) as never;
  }

  /** Asks the server to cancel the running statement. Resolves when the server has received the request or cannot be reached. */
  protected cancelStatement(): Promise<void> {
    return requestCancel(this);
  }

  private queryWithTimeout(text: string, values: unknown[] = []): Promise<QueryResult> {
    const leftMs = remainingMs();
    if (leftMs <= 0 && text !== 'ROLLBACK') return Promise.reject(noTimeLeft());
    const stopWaiting = startWaiting('database');
    return new Promise((resolve, reject) => {
      let cancelling: Promise<void> | undefined;
      const timer = this.timeoutMs && setTimeout(() => this.closeAfterTimeout(reject), this.timeoutMs);
      // The server itself cancels a statement that takes longer than statement_timeout, which is less than query_timeout.
      const isShort = this.timeoutMs !== undefined && leftMs < this.timeoutMs && !ENDS_TRANSACTION.includes(text);
      const deadline = isShort && setTimeout(() => void (cancelling = this.cancelStatement()), leftMs);
      super.query(text, values, (error: Error | null, result: QueryResult) => {
        clearTimeout(timer);
        if (deadline) clearTimeout(deadline);
        stopWaiting();
        if (!error) this.onAnswer?.();
        else if ((error as NodeJS.ErrnoException).code === READ_ONLY) this.onReadOnly?.();
        const settle = () => void (error ? reject(error) : resolve(result));
        // A request to cancel that arrives late would hit the next statement on this connection.
        if (cancelling) void cancelling.then(settle);
        else settle();
      });
    });
  }

  private closeAfterTimeout(reject: (error: Error) => void): void {
    reject(new Error('Query read timeout')); // the same message as pg
    this.connection.stream.destroy();
  }
}

function noTimeLeft(): Error {
  return Object.assign(new Error('Query read timeout'), { code: NO_TIME_LEFT });
}
