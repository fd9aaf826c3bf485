import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { DataSource } from 'typeorm';
import { lockDataDir } from './data-dir-lock';
import { sharedOptions } from './data-source-options';
import { CHANGE_BYTES, EmbeddedClient, freeBytes } from './embedded-client';
import { REPORTING_DRIVER } from './reporting-pool';
import type { DatabaseSchema } from './database-schema';
import { lockExistingDatabase, openEmbeddedDatabase } from './embedded-database';
import { startMaintenance } from './embedded-maintenance';
import { TIMES_AS_TEXT } from './times-as-text';

/**
 * Timeouts for getting the only connection and a result, in milliseconds. A query blocks the event loop until it ends, so no timer
 * interrupts a slow one. A query times out only if the database is broken and never returns a result.
 */
const TIMEOUTS_MS = { connectionTimeoutMillis: 3000, query_timeout: 3000 };

/** TypeORM on the embedded database. Destroying it also closes the database and releases its folder. */
export class EmbeddedDataSource extends DataSource {
  private stopMaintenance?: () => void;

  private constructor(
    schema: DatabaseSchema,
    private readonly pglite: PGlite,
    private readonly dataDir: string,
    private readonly unlock: () => void,
  ) {
    // The `pg` driver, with a connection to PGlite in this process.
    super({
      ...sharedOptions(schema),
      poolSize: 1,
      extra: { ...createPgConfig(pglite), ...TIMEOUTS_MS, types: TIMES_AS_TEXT, Client: EmbeddedClient, dataDir },
      driver: REPORTING_DRIVER,
    });
  }

  /** Free bytes of the disk of its files. */
  get freeBytes(): number {
    return freeBytes(this.dataDir);
  }

  /** Whether the disk has space for changes. */
  get hasFreeSpace(): boolean {
    return this.freeBytes >= CHANGE_BYTES;
  }

  /**
   * Opens the database of a data folder for this process and maintains it until it is destroyed. Creates it if it is missing.
   * @throws StartupError if another process holds the folder, or if it cannot be used
   */
  static open(dataDir: string, schema: DatabaseSchema): Promise<EmbeddedDataSource> {
    return EmbeddedDataSource.openLocked(dataDir, schema, lockDataDir(dataDir));
  }

  /**
   * Opens an existing database for a command.
   * @throws StartupError if there is none, if Docket is running, or if the folder cannot be used
   */
  static openExisting(dataDir: string, schema: DatabaseSchema): Promise<EmbeddedDataSource> {
    return EmbeddedDataSource.openLocked(dataDir, schema, lockExistingDatabase(dataDir));
  }

  private static async openLocked(
    dataDir: string,
    schema: DatabaseSchema,
    unlock: () => void,
  ): Promise<EmbeddedDataSource> {
    try {
      const database = new EmbeddedDataSource(schema, await openEmbeddedDatabase(dataDir), dataDir, unlock);
      await database.initialize();
      database.stopMaintenance = startMaintenance(database);
      return database;
    } catch (error) {
      unlock();
      throw error;
    }
  }

  override async destroy(): Promise<void> {
    this.stopMaintenance?.();
    try {
      await super.destroy();
      await this.pglite.close();
    } finally {
      this.unlock();
    }
  }
}
