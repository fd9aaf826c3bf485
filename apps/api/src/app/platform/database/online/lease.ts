import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Seconds after which another process may take a lease that is not renewed. */
const LEASE_SECONDS = 60;
const LEASE_MS = LEASE_SECONDS * 1000;
const RENEWAL_MS = LEASE_MS / 4;

/**
 * A lease that expires later than in this many hours was taken before the clock of the database was set back. Its time is reset to the
 * usual one: then its holder renews it, or it expires.
 */
const MAX_HOURS = 1;

/**
 * The right to do some work, for one process at a time. A row of `leases` holds it instead of an advisory lock of a session, because
 * sessions end with their connection and do not exist through PgBouncer in transaction mode.
 */
export class Lease {
  private readonly holder = randomUUID();

  constructor(
    private readonly database: DataSource,
    private readonly name: string,
  ) {}

  /**
   * Runs work while this process holds the lease.
   * @param work receives a signal, aborted if another process holds the lease, or may hold it before the next renewal
   * @returns whether this process got the lease
   */
  async run(work: (lost: AbortSignal) => Promise<void>): Promise<boolean> {
    let renewedAt = performance.now();
    if (!(await this.take())) return false;
    const lost = new AbortController();
    const renew = async () => {
      const start = performance.now();
      try {
        if (await this.take()) renewedAt = start;
        else lost.abort(new Error(`Another process took the lease ${this.name}`));
      } catch {
        const expiresIn = renewedAt + LEASE_MS - performance.now();
        if (expiresIn <= RENEWAL_MS) lost.abort(new Error(`The lease ${this.name} could not be renewed`));
      }
    };
    const timer = setInterval(() => void renew(), RENEWAL_MS);
    try {
      await work(lost.signal);
    } finally {
      clearInterval(timer);
      await this.release();
    }
    return true;
  }

  /** Takes or renews the lease; false if another process holds it. */
  private async take(): Promise<boolean> {
    const rows = await this.database.query<{ is_held: boolean }[]>(
      `INSERT INTO leases AS lease (name, holder, expires_at)
       VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3))
       ON CONFLICT (name) DO UPDATE SET expires_at = excluded.expires_at,
         holder = CASE WHEN lease.expires_at < clock_timestamp() THEN excluded.holder ELSE lease.holder END
       WHERE lease.holder = excluded.holder OR lease.expires_at < clock_timestamp()
         OR lease.expires_at > clock_timestamp() + make_interval(hours => ${MAX_HOURS})
       RETURNING holder = $2 AS is_held`,
      [this.name, this.holder, LEASE_SECONDS],
    );
    return rows.some((row) => row.is_held);
  }

  /** Lets another process take the lease at once. If this fails, the lease expires. */
  private async release(): Promise<void> {
    await this.database
      .query('DELETE FROM leases WHERE name = $1 AND holder = $2', [this.name, this.holder])
      .catch(() => undefined);
  }
}
