import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { retryConflict } from './retry-conflict';

/** The isolation levels that Docket uses, the weaker first. */
const ISOLATION_LEVELS = ['READ COMMITTED', 'REPEATABLE READ'] as const;
export type IsolationLevel = (typeof ISOLATION_LEVELS)[number];

/** A transaction that is running. */
interface RunningTransaction {
  readonly manager: EntityManager;
  readonly isolation: IsolationLevel;
  /** Why an inner unit of work failed. Its writes may be incomplete, so the transaction must not commit. */
  failure?: { readonly error: unknown };
}

const running = new AsyncLocalStorage<RunningTransaction>();

/**
 * The unit of work, and the only way of the features to the database. A nested call joins the running transaction: a second
 * connection would not see its writes, and the embedded database has only one connection, so it would wait for itself.
 */
@Injectable()
export class Transactions {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Reads and single statements: inside the running transaction if there is one, otherwise in a transaction of their own. */
  get manager(): EntityManager {
    return running.getStore()?.manager ?? this.database.manager;
  }

  /**
   * Runs work in one transaction, all or nothing. The outermost call commits. It runs the work again if the database gave the
   * transaction up in favour of a concurrent one, so the work must have no effects outside the database.
   * @throws the work's error, also if an outer unit of work catches the error of an inner one
   */
  run<T>(work: (manager: EntityManager) => Promise<T>, isolation: IsolationLevel = 'READ COMMITTED'): Promise<T> {
    const outer = running.getStore();
    return outer ? join(outer, work, isolation) : retryConflict(() => this.begin(work, isolation));
  }

  /**
   * Runs one statement, which is a transaction of its own without the two round trips of BEGIN and COMMIT. Inside a running
   * transaction it belongs to that one.
   */
  statement<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = running.getStore();
    return outer ? join(outer, work, outer.isolation) : retryConflict(() => work(this.database.manager));
  }

  /** Runs work inside a transaction that was started elsewhere, such as the one that migrates the database. */
  within<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
    return running.run({ manager, isolation: 'READ COMMITTED' }, work);
  }

  private begin<T>(work: (manager: EntityManager) => Promise<T>, isolation: IsolationLevel): Promise<T> {
    return this.database.transaction(isolation, async (manager) => {
      const transaction: RunningTransaction = { manager, isolation };
      const result = await running.run(transaction, () => work(manager));
      if (transaction.failure) throw transaction.failure.error;
      return result;
    });
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
