import { setTimeout as sleep } from 'node:timers/promises';

/** The position of a server in the write-ahead log of its cluster. */
export interface LogPosition {
  /** The cluster that the server is a part of: a standby has the identifier of its primary. */
  readonly cluster: string;
  /** The position in the write-ahead log, in bytes. On a primary, everything that is committed and visible is before it. */
  readonly lsn: bigint;
}

/** Runs a query on one server. */
export type RunQuery = (sql: string) => Promise<readonly { readonly cluster: string; readonly lsn: string }[]>;

/**
 * A commit becomes visible after the log has been flushed to disk. With `synchronous_commit = off`, it may become visible earlier, so
 * the position then includes the part of the log that waits to be flushed.
 */
const POSITION = `
  SELECT system_identifier::text AS cluster, pg_wal_lsn_diff(CASE
      WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
      WHEN current_setting('synchronous_commit') = 'off' THEN pg_current_wal_insert_lsn()
      ELSE pg_current_wal_flush_lsn()
    END, '0/0')::text AS lsn
  FROM pg_control_system()`;

/** Maximum wait of a read for a standby to catch up, and pause between two checks, in milliseconds. */
const CATCH_UP_MS = 100;
const LOOK_INTERVAL_MS = 5;

/** The standby has not replayed what the primary has committed. */
export class BehindError extends Error {
  override readonly name = 'BehindError';

  constructor() {
    super(`The replica is behind by more than ${CATCH_UP_MS} ms`);
  }
}

/** The server of the replica address is not a standby of the primary. */
export class OtherClusterError extends Error {
  override readonly name = 'OtherClusterError';

  constructor() {
    super('DATABASE_REPLICA_URL leads to a server of another cluster');
  }
}

export async function readLogPosition(query: RunQuery): Promise<LogPosition> {
  const [row] = await query(POSITION);
  if (!row) throw new Error('The server has no position');
  return { cluster: row.cluster, lsn: BigInt(row.lsn) };
}

/**
 * Waits until a standby has replayed the log up to a position of its primary. The address may lead to several standbys, so pass the
 * connection that reads afterwards.
 * @throws BehindError if the standby needs longer
 * @throws OtherClusterError
 */
export async function catchUp(query: RunQuery, target: LogPosition): Promise<void> {
  for (const end = performance.now() + CATCH_UP_MS; ; await sleep(LOOK_INTERVAL_MS)) {
    const { cluster, lsn } = await readLogPosition(query);
    if (cluster !== target.cluster) throw new OtherClusterError();
    if (lsn >= target.lsn) return;
    if (performance.now() >= end) throw new BehindError();
  }
}
