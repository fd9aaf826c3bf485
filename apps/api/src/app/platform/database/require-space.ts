import { StartupError } from '../startup/startup-error';
import { CHANGE_BYTES, type StatFs, freeBytes } from './embedded-client';

/**
 * Checks the disk of a data folder before a database is created there. PGlite reports a full disk by an error without words.
 * @param statfs reads the free space of a folder's disk. By default the system's function.
 * @throws StartupError if it has less space than changes need
 */
export function requireSpaceForDatabase(dataDir: string, statfs?: StatFs): void {
  const free = freeBytes(dataDir, statfs);
  if (free >= CHANGE_BYTES) return;
  const [have, need] = [free, CHANGE_BYTES].map((bytes) => Math.floor(bytes / 2 ** 20));
  throw new StartupError(
    `A new database needs ${need} MB, but the disk of the data folder ${dataDir} has ${have} MB left. ` +
      'Free some space, or set DATA_DIR to a folder on another disk.',
  );
}
