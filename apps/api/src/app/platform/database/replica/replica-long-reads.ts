import { type LongRead, LongReads } from '../long-reads/long-reads';
import type { SnapshotReads } from '../long-reads/snapshot-reads';
import type { PrimaryPosition } from './primary-position';
import { type PositionRow, type Replica, catchUp } from './replica';

/** Reads a replica in one snapshot, which has everything that was committed before. If the replica cannot, the primary does. */
export class ReplicaLongReads extends LongReads {
  constructor(
    private readonly replica: Replica,
    private readonly position: PrimaryPosition,
    private readonly primary: SnapshotReads,
  ) {
    super();
  }

  async open(): Promise<LongRead> {
    if (!this.replica.isUsable) return this.primary.open();
    const position = await this.position.read();
    const { snapshots } = this.replica;
    return snapshots
      .open((query) => catchUp((sql) => query<PositionRow>(sql, []), position))
      .catch(() => this.primary.open());
  }
}
