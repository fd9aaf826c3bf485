import type { DataSource } from 'typeorm';
import { unavailableReason } from './database-unavailable';

/** A database that knows the disk of its files. */
interface LocalDatabase {
  readonly hasFreeSpace: boolean;
}

/** Databases whose last known write failed because their disk was full. */
const full = new WeakSet<DataSource>();

/** Writes a few pages, which vanish at the end of the transaction. */
const PROBE = `CREATE TEMPORARY TABLE docket_disk_probe ON COMMIT DROP AS
  SELECT md5(number::text) AS text FROM generate_series(1, 1000) AS number`;

/** Remembers that the disk of a database was full. */
export function noteFullDisk(database: DataSource, error: unknown): void {
  if (unavailableReason(error) === 'disk_full') full.add(database);
}

/**
 * Whether the disk of a database has space for writes. The embedded database reads its free space. On a server, a failed write is followed
 * by probes until one succeeds.
 */
export async function hasFreeDisk(database: DataSource): Promise<boolean> {
  const { hasFreeSpace } = database as Partial<LocalDatabase>;
  if (hasFreeSpace !== undefined) return hasFreeSpace;
  if (!full.has(database)) return true;
  try {
    await database.query(PROBE);
  } catch (error) {
    if (unavailableReason(error) === 'disk_full') return false;
    throw error;
  }
  full.delete(database);
  return true;
}
