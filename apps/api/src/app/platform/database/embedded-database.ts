import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { StartupError } from '../startup/startup-error';

/** PostgreSQL inside this process, with the extensions that the migrations ask for. Without a folder it lives in memory. */
const open = (dataDir?: string): Promise<PGlite> => PGlite.create({ dataDir, extensions: { pg_trgm } });

/**
 * Opens the database of a data folder, or makes it. A new one is made beside its place and moved there when it is whole:
 * who stops the very first start half-way finds an empty folder again, and not a broken database.
 *
 * What was committed outlives the process: PGlite hands its write-ahead log to the operating system before it answers.
 * It never asks for fsync, so a power cut may cost the last seconds; a PostgreSQL server is for those who cannot have that.
 * @throws StartupError when what lies in the folder does not open
 */
export async function openEmbeddedDatabase(dataDir: string): Promise<PGlite> {
  const place = join(dataDir, 'database');
  const beside = `${place}.new`;
  try {
    if (!existsSync(place)) {
      rmSync(beside, { recursive: true, force: true });
      await (await open(beside)).close();
      renameSync(beside, place);
    }
    return await open(place);
  } catch (error) {
    throw new StartupError(
      `The database in the data folder ${dataDir} does not open (${error instanceof Error ? error.message : error}).`,
      { cause: error },
    );
  }
}
