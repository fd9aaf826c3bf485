import type { DataSource } from 'typeorm';
import type { Settings } from '../../config/settings';
import type { Metrics } from '../../metrics/metrics';
import type { ChangeBell } from '../bell/change-bell';
import { replicaOptions } from '../data-source-options';
import type { DatabaseSchema } from '../database-schema';
import { ServerAddress } from '../hosts/server-address';
import { SnapshotReads } from '../long-reads/snapshot-reads';
import type { Transactions } from '../transactions';
import { PrimaryPosition } from './primary-position';
import { Replica } from './replica';
import { PrimaryOnly, type ReplicaReads, WithReplica } from './replica-reads';

/** The reads of the replica that the settings name, if they name one. It is opened by the first read. */
export function openReplica(
  settings: Settings,
  schema: DatabaseSchema,
  database: DataSource,
  transactions: Transactions,
  bell: ChangeBell,
  metrics: Metrics,
): ReplicaReads {
  const { DATABASE_REPLICA_URL: url, DATABASE_POOL_SIZE: poolSize } = settings;
  if (url === undefined) return new PrimaryOnly();
  const address = new ServerAddress(url);
  const replica = new Replica(replicaOptions(schema, address, poolSize), new SnapshotReads(address));
  return new WithReplica(replica, new PrimaryPosition(database, bell), transactions, metrics);
}
