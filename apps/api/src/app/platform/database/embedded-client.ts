import { statfsSync } from 'node:fs';
import { TimeoutClient } from './timeout-client';
import type { SessionConfig } from './session-client';

/** Free bytes below which no change is stored. The rest is for temporary files of reads, the log, and other programs. */
export const CHANGE_BYTES = 256 * 2 ** 20;

/**
 * Free bytes below which nothing at all is written: two segments of the write-ahead log. If the log cannot grow, the embedded database
 * stops for good and blocks the process. It recovers from any other full disk. Maintenance shrinks the log, so it may use the space
 * between the two limits.
 */
const MAINTENANCE_BYTES = 32 * 2 ** 20;

const MAINTENANCE = /^\s*(?:VACUUM|ANALYZE|CHECKPOINT)\b/i;

/** Statements that change data, also in a common table expression. `FOR UPDATE` changes none. */
const CHANGES =
  /^\s*(?:(?:INSERT|UPDATE|DELETE|MERGE|CREATE|ALTER|DROP)\b|WITH\s.*\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+(?!SKIP\b|NOWAIT\b|OF\b)\w+\s(?:\s*(?:AS\s+)?\w+\s)?\s*SET)\b)/is;

export interface EmbeddedConfig extends SessionConfig {
  /** The folder of the database. */
  readonly dataDir?: string;
  /** Reads the free space of a folder's disk. By default the system's function. */
  readonly statfs?: StatFs;
}

/** Reads the free space of a folder's disk, as the function of Node does. */
export type StatFs = (folder: string) => { readonly bavail: number; readonly bsize: number };

/** A connection to the embedded database that refuses writes before the disk is full. */
export class EmbeddedClient extends TimeoutClient {
  private readonly dataDir: string | undefined;
  private readonly statfs: StatFs | undefined;

  constructor(config: EmbeddedConfig = {}) {
    super(config);
    this.dataDir = config.dataDir;
    this.statfs = config.statfs;
  }

  override query(...parameters: unknown[]): never {
    const [text] = parameters;
    const needed = typeof text === 'string' ? neededBytes(text) : 0;
    if (needed > 0 && this.dataDir !== undefined && freeBytes(this.dataDir, this.statfs) < needed)
      return Promise.reject(diskFull(needed)) as never;
    return super.query(...parameters);
  }

  /** A statement blocks the process until it ends, so nothing can cancel it. */
  protected override cancelStatement(): Promise<void> {
    return Promise.resolve();
  }
}

/** Free bytes of the disk of a data folder, for a process without special rights. */
export function freeBytes(dataDir: string, statfs: StatFs = statfsSync): number {
  const { bavail, bsize } = statfs(dataDir);
  return bavail * bsize;
}

function neededBytes(text: string): number {
  if (MAINTENANCE.test(text)) return MAINTENANCE_BYTES;
  return CHANGES.test(text) ? CHANGE_BYTES : 0;
}

/** The error that PostgreSQL raises for a full disk. */
function diskFull(needed: number): Error {
  const message = `The disk of the data folder has less than ${needed / 2 ** 20} MB left`;
  return Object.assign(new Error(message), { code: '53100' });
}
