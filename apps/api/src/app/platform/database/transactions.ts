import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { isDatabaseUnavailable } from './database-unavailable';
import { noteFullDisk } from './free-disk';
import { isConflict, retryConflict } from './retry-conflict';

/** The isolation levels that Docket uses, weakest first. */
const ISOLATION_LEVELS = ['READ COMMITTED', 'REPEATABLE READ'] as const;
export type IsolationLevel = (typeof ISOLATION_LEVELS)[number];

/** A transaction that is running. */
interface RunningTransaction {
  readonly manager: EntityManager;
  readonly isolation: IsolationLevel;
  /** The error of an inner unit of work. Its writes may be incomplete, so the transaction must not commit. */
  failure?: { readonly error: unknown };
  /** Set before COMMIT or ROLLBACK. A later statement on the same connection would commit on its own. */
  hasEnded?: boolean;
  /** Called after COMMIT. */
  readonly afterCommit: (() => void)[];
  /** Called after ROLLBACK. */
  readonly afterRollback: (() => Promise<void>)[];
  /** Called if COMMIT has not succeeded. */
  readonly undo: (() => Promise<void>)[];
}

const running = new AsyncLocalStorage<RunningTransaction>();

/**
 * Runs units of work. Features access the database only through this class. A nested call joins the running transaction: a second
 * connection would not see its writes, and on the embedded database, which has one connection, the call would wait for itself.
 */
@Injectable()
export class Transactions {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The manager of the running transaction, or of the pool. Use it to build queries; run them with `statement` or `run`. */
  get manager(): EntityManager {
    return runningTransaction()?.manager ?? this.database.manager;
  }

  /**
   * Runs work in one transaction, all or nothing. The outermost call commits. It runs the work again if PostgreSQL aborted the
   * transaction because of a concurrent one, so the work must have no effects outside the database but those that it undoes. The
   * work must await everything that it starts.
   * @throws the work's error, also if an outer unit of work catches the error of an inner one
   */
  run<T>(work: (manager: EntityManager) => Promise<T>, isolation: IsolationLevel = 'READ COMMITTED'): Promise<T> {
    const outer = runningTransaction();
    if (outer) return join(outer, work, isolation);
    return this.runOutermost(work, isolation);
  }

  private async runOutermost<T>(work: (manager: EntityManager) => Promise<T>, isolation: IsolationLevel): Promise<T> {
    let afterRollback: (() => Promise<void>)[] = [];
    try {
      return await this.outermost(async () => {
        const afterCommit: (() => void)[] = [];
        afterRollback = []; // of this attempt only
        const undo: (() => Promise<void>)[] = [];
        const attempt = this.database.transaction(isolation, (manager) =>
          runIn({ manager, isolation, afterCommit, afterRollback, undo }, () => work(manager)),
        );
        const result = await attempt.catch(async (error: unknown) => {
          for (const callback of undo) await callback().catch(() => undefined); // the first error counts
          throw error;
        });
        for (const callback of afterCommit) callback();
        return result;
      });
    } catch (error) {
      if (!isDatabaseUnavailable(error)) {
        for (const callback of afterRollback) await callback().catch(() => undefined); // the first error counts
      }
      throw error;
    }
  }

  /**
   * Calls a function after the running transaction has committed; at once if none is running. Not after a rollback, and not for a
   * transaction that was started elsewhere. The function must not throw.
   */
  afterCommit(callback: () => void): void {
    const outer = runningTransaction();
    if (outer) outer.afterCommit.push(callback);
    else callback();
  }

  /**
   * Calls a function if the running transaction is rolled back for good, before its error reaches the caller. Use it for
   * writes that must survive a failure, such as the count of an attempt. Does nothing if no transaction is running.
   */
  afterRollback(callback: () => Promise<void>): void {
    runningTransaction()?.afterRollback.push(callback);
  }

  /**
   * Undoes an effect outside the database, such as a reservation in memory, if the running transaction does not commit for any reason.
   * Runs before another attempt. Does nothing if no transaction is running.
   */
  undoUnlessCommitted(callback: () => Promise<void>): void {
    runningTransaction()?.undo.push(callback);
  }

  /**
   * Runs one statement as its own transaction, without the two round trips of BEGIN and COMMIT. Inside a running transaction, the
   * statement joins it.
   */
  statement<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = runningTransaction();
    return outer ? join(outer, work, outer.isolation) : this.outermost(() => work(this.database.manager));
  }

  /**
   * Runs one statement whose failure the caller handles. Inside a running transaction it has a savepoint: if it fails, the transaction
   * continues without it.
   */
  attempt<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = runningTransaction();
    if (!outer) return this.statement(work);
    return outer.manager.transaction((manager) => work(manager));
  }

  /** Runs work that only reads in one snapshot on another connection, such as one to a replica. Calls of `run` and `statement` join it. */
  async readOn<T>(session: QueryRunner, work: () => Promise<T>): Promise<T> {
    const isolation = 'REPEATABLE READ';
    try {
      await session.startTransaction(isolation);
      const { manager } = session;
      const result = await runIn({ manager, isolation, ...noCallbacks() }, work);
      await session.commitTransaction();
      return result;
    } catch (error) {
      await session.rollbackTransaction().catch(() => undefined); // the first error counts
      throw error;
    }
  }

  private async outermost<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await retryConflict(work);
    } catch (error) {
      noteFullDisk(this.database, error);
      throw error;
    }
  }

  /** Whether the caller runs inside a transaction. */
  get isRunning(): boolean {
    return runningTransaction() !== undefined;
  }

  /** Runs work inside a transaction that was started elsewhere, such as the one that migrates the database. */
  joinExternal<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
    return runIn({ manager, isolation: 'READ COMMITTED', ...noCallbacks() }, work);
  }
}

const noCallbacks = () => ({ afterCommit: [], afterRollback: [], undo: [] });

function runningTransaction(): RunningTransaction | undefined {
  const transaction = running.getStore();
  if (transaction?.hasEnded) throw new Error('The transaction of this work has ended. Await all work inside run()');
  return transaction;
}

async function runIn<T>(transaction: RunningTransaction, work: () => Promise<T>): Promise<T> {
  try {
    const result = await running.run(transaction, work);
    if (transaction.failure) throw transaction.failure.error;
    return result;
  } catch (error) {
    // The work may have wrapped the conflict of an inner unit of work in another error.
    throw isConflict(transaction.failure?.error) ? transaction.failure?.error : error;
  } finally {
    transaction.hasEnded = true;
  }
}

async function join<T>(
  outer: RunningTransaction,
  work: (manager: EntityManager) => Promise<T>,
  isolation: IsolationLevel,
): Promise<T> {
  if (ISOLATION_LEVELS.indexOf(isolation) > ISOLATION_LEVELS.indexOf(outer.isolation)) {
    throw new Error(`A unit of work needs ${isolation}, but joins a transaction with ${outer.isolation}`);
  }
  try {
    return await work(outer.manager);
  } catch (error) {
    outer.failure ??= { error };
    throw error;
  }
}
