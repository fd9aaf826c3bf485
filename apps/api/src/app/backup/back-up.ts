import { copyDataDir } from '../platform/database/files/copy-data-dir';
import { lockExistingDatabase } from '../platform/database/embedded-database';
import type { Place } from '../platform/database/transfer/place';
import { createBackupFolder, removeOldBackups, requireSpace, sizeOf } from './backup-folder';
import { dumpServer } from './server-archive';
import { type VerifiedBackup, verifyBackup } from './verify-backup';

export interface BackupOptions {
  /** Folder of all backups. */
  readonly directory: string;
  /** Number of backups to keep. */
  readonly keep: number;
  readonly report: (line: string) => void;
}

export interface FinishedBackup extends VerifiedBackup {
  /** Names of older backups that were removed after this one was made. */
  readonly removed: readonly string[];
}

/**
 * Makes and checks a backup of a database, then removes the oldest backups. A server may be in use. The embedded database may not: the API
 * process has it open, see `backups.service.ts`.
 * @throws StartupError if the backup cannot be made or is damaged; older backups are kept
 */
export async function backUp(place: Place, { directory, keep, report }: BackupOptions): Promise<FinishedBackup> {
  const path =
    place.form === 'server' ? await dumpServer(place.address, directory) : await copyStopped(place.dataDir, directory);
  report(`Checking ${path}`);
  const verified = await verifyBackup(path);
  return { ...verified, removed: await removeOldBackups(directory, keep) };
}

async function copyStopped(dataDir: string, directory: string): Promise<string> {
  const unlock = lockExistingDatabase(dataDir);
  try {
    await requireSpace(directory, await sizeOf(dataDir));
    const path = await createBackupFolder(directory, new Date());
    await copyDataDir(dataDir, path);
    return path;
  } finally {
    unlock();
  }
}
