import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartupError } from '../startup/startup-error';

/**
 * Takes a data folder for this process alone, creating the folder where it is missing. The operating system drops the lock
 * with the process, however it ends, so that nothing stale ever has to be told from something slow: a lock file with a
 * heartbeat would look abandoned while a long query keeps this process from touching it. SQLite, which Node has on board,
 * is what reaches such a lock on every platform; its file stays empty.
 * @returns what gives the folder back
 * @throws StartupError when another process has the folder, or when it cannot be written
 */
export function lockDataDir(folder: string): () => void {
  try {
    // Only where it has to be: the recursive form never ends in a folder that takes none, such as /proc.
    if (!isFolder(folder)) mkdirSync(folder, { recursive: !isFolder(dirname(folder)) });
    const lock = new DatabaseSync(join(folder, 'docket.lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    throw new StartupError(
      isBusy(error)
        ? `The data folder ${folder} is in use by another Docket process. Stop that one, or set DATA_DIR to another folder.`
        : `The data folder ${folder} cannot be written (${reason(error)}). Set DATA_DIR to a folder that can.`,
      { cause: error },
    );
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** SQLite's code for "somebody else has the lock". */
const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === SQLITE_BUSY;

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code && code !== 'ERR_SQLITE_ERROR' ? code : message;
}
