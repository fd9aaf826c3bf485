import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Extensions, PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { StartupError } from '../startup/startup-error';
import { lockDataDir } from './data-dir-lock';
import { keepByteOrderMarks } from './keep-byte-order-marks';
import { requireSpaceForDatabase } from './require-space';
import { sessionStatements } from './session-settings';

/** Opens PostgreSQL inside this process, with the extensions that the migrations need. */
async function open(dataDir: string, more: Extensions = {}): Promise<PGlite> {
  const database = keepByteOrderMarks(() => new PGlite({ dataDir, extensions: { pg_trgm, ...more } }));
  await database.waitReady;
  return database;
}

const databasePath = (dataDir: string): string => join(dataDir, 'database');

/**
 * Locks the data folder of an existing database for a command.
 * @returns a function that releases the folder
 * @throws StartupError if there is no database, or if Docket is running
 */
export function lockExistingDatabase(dataDir: string): () => void {
  if (!existsSync(databasePath(dataDir))) {
    throw new StartupError(
      `There is no Docket database in ${resolve(dataDir)}. Run the command in the folder of Docket, with the same settings.`,
    );
  }
  return lockDataDir(dataDir, `Docket is running and uses the data folder ${dataDir}. Stop Docket first.`);
}

/**
 * Opens the database of a data folder, or creates it. A new database is created under a temporary name and renamed when it is
 * complete, so an interrupted first start leaves no broken database.
 *
 * Committed data survives the end of the process: PGlite hands its write-ahead log to the operating system before it responds. It
 * never calls fsync, so a power cut may lose the last seconds. A PostgreSQL server has no such limit.
 * @param more extensions that may be created in it
 * @throws StartupError if the folder holds a database that does not open, or if its disk has no space for a new one
 */
export async function openEmbeddedDatabase(dataDir: string, more?: Extensions): Promise<PGlite> {
  const path = databasePath(dataDir);
  const temporaryPath = `${path}.new`;
  try {
    if (!existsSync(path)) {
      requireSpaceForDatabase(dataDir);
      rmSync(temporaryPath, { recursive: true, force: true });
      await (await open(temporaryPath)).close();
      renameSync(temporaryPath, path);
    }
    const database = await open(path, more);
    await database.exec(sessionStatements()); // PGlite ignores a start-up message
    return database;
  } catch (error) {
    if (error instanceof StartupError) throw error;
    // The errors of the file system in PGlite are objects without a text.
    throw new StartupError(
      `The database in the data folder ${dataDir} does not open (${error instanceof Error ? error.message : JSON.stringify(error)}).`,
      { cause: error },
    );
  }
}
