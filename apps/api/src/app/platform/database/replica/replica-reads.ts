import type { OnApplicationShutdown } from '@nestjs/common';
import { type LongRead, LongReads } from '../long-reads/long-reads';
import type { SnapshotReads } from '../long-reads/snapshot-reads';
import type { Transactions } from '../transactions';
import { inTime } from './in-time';
import { catchUp } from './log-position';
import { ANSWER_MS, type Replica } from './replica';

/** Reads that a replica may serve. They are never older than the primary was when they began. */
export abstract class ReplicaReads {
  /**
   * Runs work that only reads, and only by `Transactions`. If a replica serves it, all of it runs in one snapshot. The work may run
   * twice: a second time on the primary, if the replica fails.
   */
  abstract read<T>(work: () => Promise<T>): Promise<T>;

  /** Long reads by the replica, or by the primary while the replica does not serve them. */
  abstract longReads(primary: SnapshotReads): LongReads;
}

/** Without a replica. */
export class PrimaryOnly extends ReplicaReads {
  read<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  longReads(primary: SnapshotReads): LongReads {
    return primary;
  }
}

/** With a replica. The primary serves what the replica cannot serve in time. */
export class WithReplica extends ReplicaReads implements OnApplicationShutdown {
  /** @param snapshots long reads of the replica, each on a connection of its own */
  constructor(
    private readonly replica: Replica,
    private readonly snapshots: SnapshotReads,
    private readonly transactions: Transactions,
  ) {
    super();
  }

  async read<T>(work: () => Promise<T>): Promise<T> {
    if (this.transactions.isRunning) return work();
    const served = await this.replica.attempt(async (position) => {
      const session = await this.replica.connect(position);
      try {
        return await this.transactions.readOn(session, work);
      } finally {
        await session.release();
      }
    });
    return served ? served.result : work();
  }

  longReads(primary: SnapshotReads): LongReads {
    return new ReplicaLongReads(this.replica, this.snapshots, primary);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.replica.close();
  }
}

class ReplicaLongReads extends LongReads {
  constructor(
    private readonly replica: Replica,
    private readonly snapshots: SnapshotReads,
    private readonly primary: SnapshotReads,
  ) {
    super();
  }

  async open(): Promise<LongRead> {
    const served = await this.replica.attempt((position) =>
      this.snapshots.open((query) =>
        inTime(
          catchUp((sql) => query(sql, []), position),
          ANSWER_MS,
        ),
      ),
    );
    return served ? served.result : this.primary.open();
  }
}
