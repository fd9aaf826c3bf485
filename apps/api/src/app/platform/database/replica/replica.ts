import { setTimeout } from 'node:timers/promises';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import type { SnapshotReads } from '../long-reads/snapshot-reads';
import { type WalPosition, parseWalPosition } from './wal-position';

/** How long a read waits for the replica to catch up, and between two looks, in milliseconds. The primary takes less than that. */
const CATCH_UP_MS = 100;
const LOOK_INTERVAL_MS = 5;

/** After its promotion, a replica is the primary, and has no position of replay. */
const POSITION = `
  SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END AS position`;

/** The result of a question for the position. */
export interface PositionRow {
  readonly position: string;
}

/** A standby that serves reads. It may be unreachable at any time, also at the start. */
export class Replica {
  private opening?: Promise<DataSource>;
  private restsUntil = -Infinity;

  /**
   * @param options of its pool
   * @param snapshots long reads, on connections of their own
   */
  constructor(
    private readonly options: DataSourceOptions,
    readonly snapshots: SnapshotReads,
  ) {}

  /** Whether it is worth a try. */
  get isUsable(): boolean {
    return performance.now() >= this.restsUntil;
  }

  /** Leaves the replica alone for a time, in milliseconds. */
  rest(ms: number): void {
    this.restsUntil = performance.now() + ms;
  }

  /** Takes a connection. Release it. */
  async connect(): Promise<QueryRunner> {
    const session = (await this.open()).createQueryRunner();
    await session.connect();
    return session;
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    const database = await this.opening?.catch(() => undefined);
    await database?.destroy();
  }

  private open(): Promise<DataSource> {
    this.opening ??= new DataSource(this.options).initialize().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }
}

/**
 * Waits a moment until a standby has a position. An address may lead to one of several standbys, so the question goes through the
 * connection that reads afterwards.
 * @returns whether it has
 */
export async function catchUp(
  query: (sql: string) => Promise<readonly PositionRow[]>,
  position: WalPosition,
): Promise<boolean> {
  for (const end = performance.now() + CATCH_UP_MS; ; await setTimeout(LOOK_INTERVAL_MS)) {
    const [row] = await query(POSITION);
    if ((parseWalPosition(row?.position ?? '') ?? 0n) >= position) return true;
    if (performance.now() >= end) return false;
  }
}
