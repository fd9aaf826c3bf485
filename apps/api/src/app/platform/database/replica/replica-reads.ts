import { HttpException, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { LabelledCounter, Metrics } from '../../metrics/metrics';
import { unavailableReason } from '../database-unavailable';
import { isConflict } from '../retry-conflict';
import type { LongReads } from '../long-reads/long-reads';
import type { SnapshotReads } from '../long-reads/snapshot-reads';
import type { Transactions } from '../transactions';
import type { PrimaryPosition } from './primary-position';
import { type PositionRow, type Replica, catchUp } from './replica';
import { ReplicaLongReads } from './replica-long-reads';
import type { WalPosition } from './wal-position';

/** How long all reads go to the primary after the replica was too old, and after it failed, in milliseconds. */
const REST_MS = { behind: 1000, failed: 5000 };

/** What would not go better on the primary. */
const LOAD = ['too_slow', 'pool_exhausted'];

/** Reads that may come from a replica. A client reads its own changes, and those that its screen was told of. */
export abstract class ReplicaReads {
  /**
   * Runs work that reads from the database only, by `Transactions`. If a replica serves it, all of it runs in one snapshot. The work may
   * run twice: a second time on the primary, if the replica fails.
   * @param after the position of a change that the work must see
   */
  abstract read<T>(work: () => Promise<T>, after?: WalPosition): Promise<T>;

  /** Long reads by the replica; by the primary while the replica does not serve them. */
  abstract preferredTo(primary: SnapshotReads): LongReads;
}

/** Without a replica. */
export class PrimaryOnly extends ReplicaReads {
  read<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  preferredTo(primary: SnapshotReads): LongReads {
    return primary;
  }
}

/** With a replica. The primary serves what the replica cannot serve in time. */
export class WithReplica extends ReplicaReads implements OnApplicationShutdown {
  private readonly logger = new Logger('Replica');
  private readonly reads: LabelledCounter;
  private isFailing = false;

  constructor(
    private readonly replica: Replica,
    private readonly primary: PrimaryPosition,
    private readonly transactions: Transactions,
    metrics: Metrics,
  ) {
    super();
    this.reads = metrics.counter(
      'docket_replica_reads_total',
      'Reads that a replica may serve: served, or left to the primary, because the replica was behind, failed, removed rows that the read needed (conflict), or is left alone for a time after that (rests).',
      'outcome',
    );
  }

  async read<T>(work: () => Promise<T>, after?: WalPosition): Promise<T> {
    if (this.transactions.isRunning) return work();
    const served = this.replica.isUsable ? await this.readFromReplica(work, after) : 'rests';
    this.reads.add(typeof served === 'string' ? served : 'served');
    return typeof served === 'string' ? work() : served.result;
  }

  preferredTo(primary: SnapshotReads): LongReads {
    return new ReplicaLongReads(this.replica, this.primary, primary);
  }

  async onApplicationShutdown(): Promise<void> {
    this.primary.close();
    await this.replica.close();
  }

  private async readFromReplica<T>(work: () => Promise<T>, after?: WalPosition): Promise<Served<T> | NotServed> {
    try {
      const position = await this.primary.including(after);
      const session = await this.replica.connect();
      try {
        const hasPosition = await catchUp((sql) => session.query(sql) as Promise<PositionRow[]>, position);
        this.noteAnswer();
        if (hasPosition) return { result: await this.transactions.readOn(session, work) };
      } finally {
        await session.release();
      }
      this.replica.rest(REST_MS.behind);
      return 'behind';
    } catch (error) {
      if (error instanceof HttpException || LOAD.includes(unavailableReason(error) ?? '')) throw error;
      if (isConflict(error)) return 'conflict';
      this.noteFailure(error);
      return 'failed';
    }
  }

  private noteAnswer(): void {
    if (this.isFailing) this.logger.log('The replica serves reads again');
    this.isFailing = false;
  }

  private noteFailure(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (!this.isFailing) this.logger.warn(`The replica fails, so the primary serves its reads: ${reason}`);
    this.isFailing = true;
    this.replica.rest(REST_MS.failed);
  }
}

interface Served<T> {
  readonly result: T;
}

type NotServed = 'behind' | 'failed' | 'conflict';
