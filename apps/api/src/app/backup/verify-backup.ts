import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDataDir } from '../platform/database/files/copy-data-dir';
import { differencesOf } from '../platform/database/transfer/table-checksum';
import { StartupError } from '../platform/startup/startup-error';
import { type BackupManifest, MANIFEST, listFiles, readManifest, writeManifest, wrongFiles } from './backup-manifest';
import { SCRATCH, UNVERIFIED, confirmBackup, fileExists, timeOf } from './backup-folder';
import { type DatabaseContents, checkDatabase, checkStructure } from './check-database';
import { checkArchive, isArchive } from './server-archive';

/** A checked backup. */
export interface VerifiedBackup {
  readonly path: string;
  readonly manifest: BackupManifest;
}

/**
 * Checks a backup, or checks a new copy and renames it to a backup. Opening a database changes its files, so the check opens a second copy.
 * @throws StartupError if it is damaged; a new copy then keeps the suffix `.unverified`
 */
export async function verifyBackup(path: string): Promise<VerifiedBackup> {
  if (!(await fileExists(path))) throw new StartupError(`There is no backup ${path}.`);
  if (await isArchive(path)) return verifyArchive(path);
  const known = (await fileExists(join(path, MANIFEST))) ? await readManifest(path) : undefined;
  if (known) await requireSameFiles(path, known);
  else if (!path.endsWith(UNVERIFIED)) throw new StartupError(`${path} is not a backup: it has no ${MANIFEST}.`);
  const contents = await checkCopy(path);
  if (known) {
    requireSameTables(known, contents);
    return { path, manifest: known };
  }
  const files = await listFiles(path);
  const manifest: BackupManifest = {
    format: 1,
    form: 'embedded',
    created_at: (timeOf(path) ?? new Date()).toISOString(),
    ...contents,
    files,
  };
  await writeManifest(path, manifest);
  return { path: await confirmBackup(path), manifest };
}

/** Opens a copy of an embedded database and checks all of its contents. */
async function checkCopy(path: string): Promise<DatabaseContents> {
  const { openEmbeddedCopy } = await import('../platform/database/transfer/embedded-transfer');
  const scratch = `${path}${SCRATCH}`;
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { mode: 0o700 });
  try {
    await copyDataDir(path, scratch);
    const connection = await openEmbeddedCopy(scratch);
    try {
      const contents = await checkDatabase(connection);
      await checkStructure(connection);
      return contents;
    } finally {
      await connection.close();
    }
  } catch (error) {
    throw new StartupError(`The backup ${path} is damaged: ${(error as Error).message}`, { cause: error });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function verifyArchive(path: string): Promise<VerifiedBackup> {
  const manifest = await readManifest(path);
  await requireSameFiles(path, manifest);
  await checkArchive(path, manifest);
  return { path: await confirmBackup(path), manifest };
}

/** @throws StartupError if a file has changed since the backup was checked */
export async function requireSameFiles(path: string, manifest: BackupManifest): Promise<void> {
  const wrong = await wrongFiles(path, manifest);
  if (wrong.length) throw new StartupError(`The backup ${path} is damaged: ${wrong.slice(0, 3).join(', ')}.`);
}

/** @throws StartupError if the rows of a database differ from those of the backup */
export function requireSameTables({ tables }: BackupManifest, contents: DatabaseContents): void {
  const differences = differencesOf(tables, contents.tables);
  if (differences.length) throw new StartupError(`The database differs from the backup: ${differences.join(', ')}.`);
}
