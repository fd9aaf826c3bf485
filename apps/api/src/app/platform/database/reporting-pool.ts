import pg, { type PoolClient, type PoolConfig } from 'pg';
import { hasTimeLeft, currentContext, startWaiting } from '../context/work-context';

type Callback = (error: Error | undefined, client: PoolClient | undefined, release: (error?: unknown) => void) => void;

/** The message of `pg-pool` for a request that waited in its queue, and not for a connection that does not open. */
const QUEUE_TIMEOUT = 'timeout exceeded when trying to connect';

/** A pool that records waits, says when it is exhausted, and gives no connection to a request whose deadline has passed. */
class ReportingPool extends pg.Pool {
  /** Connections that requests use. Others may be opening, or idle. */
  private inUse = 0;

  constructor(config?: PoolConfig) {
    super(config);
    this.on('acquire', () => this.inUse++);
    this.on('release', () => this.inUse--);
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | void {
    if (!callback) return super.connect();
    const context = currentContext();
    if (!hasTimeLeft(context)) {
      process.nextTick(callback, new Error('Query read timeout'), undefined, () => undefined); // the same message as pg
      return;
    }
    const stopWaiting = startWaiting('connection pool');
    super.connect((error, client, release) => {
      stopWaiting();
      if (client && !hasTimeLeft(context)) {
        release();
        callback(exhausted(this.options.max), undefined, release);
      } else callback(this.isExhausted(error) ? exhausted(this.options.max) : error, client, release);
    });
  }

  private isExhausted(error: Error | undefined): boolean {
    return error?.message === QUEUE_TIMEOUT && this.inUse >= this.options.max;
  }
}

function exhausted(size: number): Error {
  const connections = size === 1 ? 'The only connection of the pool is' : `All ${size} connections of the pool are`;
  return Object.assign(new Error(`${connections} in use`), { code: 'POOL_EXHAUSTED' });
}

/** The driver `pg` with that pool, for TypeORM. */
export const REPORTING_DRIVER = { ...pg, Pool: ReportingPool };
