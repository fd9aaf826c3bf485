import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { StartupError } from '../startup/startup-error';
import { sessionStatements } from './session-settings';

/** Opens PostgreSQL inside this process, with the extensions that the migrations need. */
const open = (dataDir: string): Promise<PGlite> => PGlite.create({ dataDir, extensions: { pg_trgm } });

/** Where the database of a data folder is. */
export const databasePath = (dataDir: string): string => join(dataDir, 'database');

/**
 * Opens the database of a data folder, or creates it. A new database is created under a temporary name and renamed when it is
 * complete, so an interrupted first start leaves no broken database.
 *
 * Committed data survives the end of the process: PGlite hands its write-ahead log to the operating system before it responds. It
 * never calls fsync, so a power cut may lose the last seconds. A PostgreSQL server has no such limit.
 * @throws StartupError if the folder holds a database that does not open
 */
export async function openEmbeddedDatabase(dataDir: string): Promise<PGlite> {
  const path = databasePath(dataDir);
  const temporaryPath = `${path}.new`;
  try {
    if (!existsSync(path)) {
      rmSync(temporaryPath, { recursive: true, force: true });
      await (await open(temporaryPath)).close();
      renameSync(temporaryPath, path);
    }
    const database = await open(path);
    await database.exec(sessionStatements()); // PGlite ignores a start-up message
    return database;
  } catch (error) {
    throw new StartupError(
      `The database in the data folder ${dataDir} does not open (${error instanceof Error ? error.message : String(error)}).`,
      { cause: error },
    );
  }
}
