import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Transactions } from '../../platform/database/transactions';
import { TooManyRequestsException } from '../../platform/problems/too-many-requests.exception';
import type { Client } from '../client';
import { SecurityLog } from '../security-log';

/** Interval at which expired counts are deleted, and the time for which they are kept after their expiry, in milliseconds. */
const DELETE_INTERVAL_MS = 5 * 60_000;
const KEPT_MS = 60 * 60_000;

/** A limit of attempts by key. */
export interface RateLimit {
  /**
   * Counts an attempt. Call it before the work that it limits, so that attempts at the same time count too.
   * @param client the sender; if given, the audit log records the first refused attempt
   * @throws LimitReachedException if there were too many
   */
  consume(key: string, client?: Client): Promise<void>;
  /** Refunds an attempt. */
  reward(key: string): Promise<void>;
  /** Forgets all attempts. */
  forget(key: string): Promise<void>;
}

export interface RateLimitOptions {
  /** Separates the keys of this limit from those of others. */
  readonly name: string;
  readonly attempts: number;
  /** Time after which attempts are forgotten, in seconds. */
  readonly seconds: number;
  /** The start of the error's message, such as `Too many attempts to sign in`. */
  readonly message: string;
}

/** There were more attempts than a limit allows. */
export class LimitReachedException extends TooManyRequestsException {
  /** @param isFirst whether this is the first refused attempt, which the audit log records */
  constructor(
    detail: string,
    retryAfter: number,
    readonly limit: string,
    readonly isFirst: boolean,
  ) {
    super(detail, retryAfter);
  }
}

/** A query as rate-limiter-flexible passes it to a `pg` client, in the parts used here. */
interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Creates limits that all API processes count together. */
@Injectable()
export class RateLimits implements OnModuleDestroy {
  private readonly timer = setInterval(() => void this.deleteExpired(), DELETE_INTERVAL_MS).unref();

  constructor(
    private readonly transactions: Transactions,
    private readonly securityLog: SecurityLog,
  ) {}

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  create({ name, attempts, seconds, message }: RateLimitOptions): RateLimit {
    const limiter = new RateLimiterPostgres({
      storeClient: { query: (statement: Statement) => this.query(statement) },
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points: attempts,
      duration: seconds,
      clearExpiredByTimeout: false, // each limiter would delete the same rows, and would not stop with the API
    });
    const count = async (key: string, client?: Client): Promise<void> => {
      try {
        await limiter.consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const wait = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        const isFirst = error.consumedPoints === attempts + 1;
        if (client && isFirst) await this.record(name, client);
        throw new LimitReachedException(`${message}. Try again in ${inMinutes(wait)}`, wait, name, isFirst);
      }
    };
    return {
      consume: async (key, client) => {
        // A refused request with an Idempotency-Key rolls back its count and the event, too.
        this.transactions.afterRollback(() => count(key, client));
        await count(key, client);
      },
      reward: async (key) => {
        await limiter.reward(key);
      },
      forget: async (key) => {
        await limiter.delete(key);
      },
    };
  }

  /** Ignores errors: the next run deletes the rest. */
  private async deleteExpired(): Promise<void> {
    const statement = { text: 'DELETE FROM rate_limits WHERE expire < $1', values: [Date.now() - KEPT_MS] };
    await this.query(statement).catch(() => undefined);
  }

  private record(limit: string, client: Client): Promise<void> {
    return this.transactions.statement((manager) =>
      this.securityLog.record(manager, 'limit_reached', client, { details: { limit } }),
    );
  }

  /** Without the limiter's statement names, which PgBouncer does not know in transaction mode. */
  private async query({ text, values }: Statement): Promise<{ rows: unknown[]; rowCount: number }> {
    const rows = await this.transactions.statement((manager) => manager.query<unknown[]>(text, values));
    return { rows, rowCount: rows.length };
  }
}

function inMinutes(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
