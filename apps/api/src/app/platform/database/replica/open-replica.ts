import type { DataSource } from 'typeorm';
import type { Settings } from '../../config/settings';
import type { Metrics } from '../../metrics/metrics';
import { replicaOptions } from '../data-source-options';
import type { DatabaseSchema } from '../database-schema';
import { ServerAddress } from '../hosts/server-address';
import { SnapshotReads } from '../long-reads/snapshot-reads';
import { poolOf } from '../reporting-pool';
import type { Transactions } from '../transactions';
import { Replica } from './replica';
import { PrimaryOnly, type ReplicaReads, WithReplica } from './replica-reads';

const HELP =
  'Reads that a replica may serve, by outcome: served, or left to the primary because the replica was behind, failed or busy, had removed rows that the read needed (conflict), or is left alone after that (skipped).';

/** The reads of the replica that the settings name, if they name one. It is opened by the first read. */
export function openReplica(
  settings: Settings,
  schema: DatabaseSchema,
  primary: DataSource,
  transactions: Transactions,
  metrics: Metrics,
): ReplicaReads {
  const { DATABASE_REPLICA_URL: url, DATABASE_POOL_SIZE: poolSize } = settings;
  if (url === undefined) return new PrimaryOnly();
  const address = new ServerAddress(url);
  const reads = metrics.counter('docket_replica_reads_total', HELP, 'outcome');
  const replica = new Replica(replicaOptions(schema, address, poolSize), primary, reads);
  return new WithReplica(replica, new SnapshotReads(address, poolOf(primary)), transactions);
}
