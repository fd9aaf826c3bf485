import type { PGlite } from '@electric-sql/pglite';
import { lockExistingDatabase, openEmbeddedDatabase } from '../embedded-database';
import { CHANGE_BYTES, freeBytes } from '../embedded-client';
import { StartupError } from '../../startup/startup-error';
import type { TransferConnection } from './transfer-connection';

/** Bytes of rows after which a checkpoint lets the database reuse its write-ahead log, which grows by two to three times as much. */
const CHECKPOINT_BYTES = 32 * 2 ** 20;

/**
 * Opens a {@link TransferConnection} to the existing embedded database of a data folder, which no other process can use meanwhile.
 * @throws StartupError if there is none, if Docket is running, or if the folder cannot be used
 */
export async function openEmbeddedTransfer(dataDir: string): Promise<TransferConnection> {
  const unlock = lockExistingDatabase(dataDir);
  try {
    return new EmbeddedTransfer(dataDir, await openEmbeddedDatabase(dataDir), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Opens a temporary copy of an embedded database, with the extension `amcheck`.
 * @throws StartupError if it does not open
 */
export async function openEmbeddedCopy(dataDir: string): Promise<TransferConnection> {
  const { amcheck } = await import('@electric-sql/pglite/contrib/amcheck');
  return new EmbeddedTransfer(dataDir, await openEmbeddedDatabase(dataDir, { amcheck }), () => undefined);
}

class EmbeddedTransfer implements TransferConnection {
  private bytes = 0;

  constructor(
    private readonly dataDir: string,
    private readonly database: PGlite,
    private readonly unlock: () => void,
  ) {}

  async query<T>(sql: string, parameters?: readonly unknown[]): Promise<T> {
    return (await this.database.query(sql, parameters && [...parameters])).rows as T;
  }

  async copyOut(query: string): Promise<Uint8Array> {
    const { blob } = await this.database.query(`COPY (${query}) TO '/dev/blob'`);
    return new Uint8Array((await blob?.arrayBuffer()) ?? []); // no rows, no blob
  }

  async copyIn(target: string, rows: Uint8Array): Promise<void> {
    if (freeBytes(this.dataDir) < CHANGE_BYTES) {
      throw new StartupError(`The disk of the data folder ${this.dataDir} is almost full.`);
    }
    await this.database.query(`COPY ${target} FROM '/dev/blob'`, [], { blob: new Blob([new Uint8Array(rows)]) });
    this.bytes += rows.length;
    if (this.bytes < CHECKPOINT_BYTES) return;
    await this.database.exec('CHECKPOINT');
    this.bytes = 0;
  }

  async close(): Promise<void> {
    try {
      await this.database.close();
    } finally {
      this.unlock();
    }
  }
}
