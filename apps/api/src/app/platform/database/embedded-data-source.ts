import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { DataSource } from 'typeorm';
import { lockDataDir } from './data-dir-lock';
import { sharedOptions } from './data-source-options';
import type { DatabaseSchema } from './database-schema';
import { openEmbeddedDatabase } from './embedded-database';
import { startMaintenance } from './embedded-maintenance';
import { TIMES_AS_TEXT } from './times-as-text';

/**
 * Milliseconds that a request waits for the one connection, and for an answer. A query runs to its end before any timer
 * does, however long it takes, so what times out is a query that a broken database will never answer.
 */
const PATIENCE = { connectionTimeoutMillis: 3000, query_timeout: 3000 };

/** TypeORM on the embedded database. Destroying it also closes the database and gives its folder back. */
export class EmbeddedDataSource extends DataSource {
  private stopMaintenance?: () => void;

  private constructor(
    schema: DatabaseSchema,
    private readonly pglite: PGlite,
    private readonly unlock: () => void,
  ) {
    // The `pg` driver, over a connection that is this process itself.
    super({
      ...sharedOptions(schema),
      poolSize: 1,
      extra: { ...createPgConfig(pglite), ...PATIENCE, types: TIMES_AS_TEXT },
    });
  }

  /**
   * Opens the database of a data folder for this process alone, and looks after it until it is destroyed.
   * @throws StartupError when another process has the folder, or when it cannot be used
   */
  static async open(dataDir: string, schema: DatabaseSchema): Promise<EmbeddedDataSource> {
    const unlock = lockDataDir(dataDir);
    try {
      const database = new EmbeddedDataSource(schema, await openEmbeddedDatabase(dataDir), unlock);
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
