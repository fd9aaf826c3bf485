import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartupError } from '../startup/startup-error';

/**
 * Locks a data folder for this process and creates the folder if it is missing. The operating system releases the lock when the
 * process ends, however it ends. A lock file with a heartbeat would look abandoned while a long query keeps this process from
 * touching it. SQLite comes with Node and has such a lock on every platform; its file stays empty.
 * @param inUse the message if another process holds the folder
 * @returns a function that releases the folder
 * @throws StartupError if another process holds the folder, or if it cannot be written
 */
export function lockDataDir(
  folder: string,
  inUse = `The data folder ${folder} is in use by another Docket process. Stop that one, or set DATA_DIR to another folder.`,
): () => void {
  try {
    // Recursive only if needed: the recursive form never returns in a folder that allows no subfolders, such as /proc.
    if (!isFolder(folder)) mkdirSync(folder, { recursive: !isFolder(dirname(folder)) });
    const lock = new DatabaseSync(join(folder, 'docket.lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    throw new StartupError(
      isBusy(error)
        ? inUse
        : `The data folder ${folder} cannot be written (${reason(error)}). Set DATA_DIR to a writable folder.`,
      { cause: error },
    );
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** SQLite's code for a lock that another process holds. */
const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === SQLITE_BUSY;

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code && code !== 'ERR_SQLITE_ERROR' ? code : message;
}
