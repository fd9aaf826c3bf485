import { statfsSync } from 'node:fs';
import { TimeoutClient } from './timeout-client';
import type { SessionConfig } from './session-client';

/**
 * Free bytes below which nothing is written: two segments of the write-ahead log. If the log cannot grow, the embedded database stops
 * for good and blocks the process. It recovers from any other full disk.
 */
const RESERVED_BYTES = 32 * 2 ** 20;

const WRITES = /^\s*(?:INSERT|UPDATE|DELETE|MERGE|VACUUM|ANALYZE|CHECKPOINT|CREATE|ALTER|DROP)\b/i;

export interface EmbeddedConfig extends SessionConfig {
  /** The folder of the database. */
  readonly dataDir?: string;
  /** Reads the free space of a folder's disk. By default the system's function. */
  readonly statfs?: StatFs;
}

type StatFs = (folder: string) => { readonly bavail: number; readonly bsize: number };

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
    const isWrite = typeof text === 'string' && WRITES.test(text);
    if (isWrite && this.dataDir !== undefined && !hasFreeSpace(this.dataDir, this.statfs))
      return Promise.reject(diskFull()) as never;
    return super.query(...parameters);
  }
}

/** Whether the disk of a data folder has space for writes. */
export function hasFreeSpace(dataDir: string, statfs: StatFs = statfsSync): boolean {
  const { bavail, bsize } = statfs(dataDir);
  return bavail * bsize >= RESERVED_BYTES;
}

/** The error that PostgreSQL raises for a full disk. */
function diskFull(): Error {
  return Object.assign(new Error('The disk of the data folder has less than 32 MB left'), { code: '53100' });
}
