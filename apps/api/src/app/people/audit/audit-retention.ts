import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { RepeatedJob } from '../../platform/jobs/repeated-job';
import { Sessions } from '../sessions/sessions';

/** Time between two passes. */
const INTERVAL_MS = 24 * 60 * 60 * 1000;
/** Time from the start to the first pass: the start has enough to do. */
const FIRST_MS = 60_000;
/** Maximum number of rows of one transaction. Requests run between them: the embedded database has one connection. */
export const BATCH_SIZE = 1000;
/** The key of the advisory lock that lets one process delete at a time. Any constant that no other code uses. */
const RETENTION_LOCK = 7_240_013;

const DELETE_EVENTS = `
  DELETE FROM security_events WHERE id IN (
    SELECT id FROM security_events WHERE at < now() - make_interval(days => $1) ORDER BY at, id LIMIT ${BATCH_SIZE})`;

/** Deletes security events that are older than AUDIT_DAYS, and the rows of ended sessions, once a day. */
@Injectable()
export class AuditRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Audit');
  private readonly job = new RepeatedJob({
    name: 'audit-retention',
    firstMs: FIRST_MS,
    intervalMs: INTERVAL_MS,
    pass: () => this.pass(),
    onFailure: (error) =>
      this.logger.warn(
        `Old security events and sessions could not be deleted; the next attempt is tomorrow: ${String(error)}`,
      ),
  });

  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
  ) {}

  onApplicationBootstrap(): void {
    this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  /**
   * Deletes all old events, in batches. Does nothing while another process deletes.
   * @returns the number of deleted events
   */
  async run(): Promise<number> {
    let total = 0;
    for (let deleted = BATCH_SIZE; deleted === BATCH_SIZE && !this.job.signal.aborted; total += deleted) {
      deleted = await this.deleteBatch();
    }
    return total;
  }

  /** Deletes the rows of all ended sessions, in batches. */
  async deleteEndedSessions(): Promise<void> {
    let deleted = BATCH_SIZE;
    while (deleted === BATCH_SIZE && !this.job.signal.aborted) deleted = await this.sessions.deleteEnded(BATCH_SIZE);
  }

  private async pass(): Promise<void> {
    await this.deleteEndedSessions();
    const total = await this.run();
    if (total > 0) {
      this.logger.log(`Deleted ${total} security events that are older than ${this.settings.AUDIT_DAYS} days`);
    }
  }

  private deleteBatch(): Promise<number> {
    const days = this.settings.AUDIT_DAYS;
    return this.transactions.run(async (manager) => {
      const [lock] = await manager.query<[{ isFree: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS "isFree"', [
        RETENTION_LOCK,
      ]);
      if (!lock.isFree) return 0;
      // The trigger allows the deletion only in a transaction that sets the retention in days.
      await manager.query(`SELECT set_config('docket.audit_days', $1, true)`, [String(days)]);
      const [, deleted]: [unknown[], number] = await manager.query(DELETE_EVENTS, [days]);
      return deleted;
    });
  }
}
