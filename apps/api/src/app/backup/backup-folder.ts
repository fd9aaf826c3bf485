import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StartupError } from '../platform/startup/startup-error';
import { MANIFEST } from './backup-manifest';

/** The end of the name of a copy that is not checked yet. */
export const UNVERIFIED = '.unverified';

/** The end of the name of the second copy, which a check opens and removes. */
export const SCRATCH = '.check';

const NAME = /^docket-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(\.unverified)?$/;

/** A folder of a backup. */
export interface BackupEntry {
  readonly name: string;
  readonly path: string;
  readonly createdAt: Date;
  readonly isChecked: boolean;
}

/** The name of a backup by its time in UTC, to the second: `docket-20261129T030000Z`. */
const backupName = (at: Date): string => `docket-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`;

/**
 * Creates the folder of a new copy, which only this user can read.
 * @returns its path, which ends with `.unverified`
 */
export async function createBackupFolder(directory: string, at: Date): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, backupName(at) + UNVERIFIED);
  await mkdir(path, { mode: 0o700 });
  return path;
}

/** Gives a checked copy the name of a backup. @returns its new path */
export async function confirmBackup(path: string): Promise<string> {
  const confirmed = path.endsWith(UNVERIFIED) ? path.slice(0, -UNVERIFIED.length) : path;
  if (confirmed !== path) await rename(path, confirmed);
  return confirmed;
}

/** The backups and the copies that were not checked, newest first. */
export async function listBackups(directory: string): Promise<BackupEntry[]> {
  if (!existsSync(directory)) return [];
  return (await readdir(directory)).flatMap((name) => toEntry(directory, name) ?? []).sort(newestFirst);
}

/** The time of a backup, by its name; undefined for another folder. */
export const timeOf = (path: string): Date | undefined => toEntry(dirname(path), basename(path))?.createdAt;

function toEntry(directory: string, name: string): BackupEntry | undefined {
  const [, year, month, day, hour, minute, second, unverified] = NAME.exec(name) ?? [];
  if (!year) return undefined;
  const path = join(directory, name);
  const createdAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return { name, path, createdAt, isChecked: unverified === undefined && existsSync(join(path, MANIFEST)) };
}

const newestFirst = (one: BackupEntry, other: BackupEntry) => other.createdAt.getTime() - one.createdAt.getTime();

/**
 * Removes all but the newest backups, and copies that were not checked and are older than the newest backup. Only called after a
 * success, so a failing backup never removes an older one.
 * @returns the names of what was removed
 */
export async function removeOldBackups(directory: string, keep: number): Promise<string[]> {
  const entries = await listBackups(directory);
  const checked = entries.filter(({ isChecked }) => isChecked);
  const newest = checked[0];
  const old = entries.filter((entry) =>
    entry.isChecked ? checked.indexOf(entry) >= keep : newest && entry.createdAt < newest.createdAt,
  );
  for (const { path } of old) {
    await rm(path, { recursive: true, force: true });
    await rm(`${path}${SCRATCH}`, { recursive: true, force: true }); // left by a check that was killed
  }
  return old.map(({ name }) => name);
}

/** The size of all files of a folder, in bytes. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Checks that the disk has room for a copy, and for the copy of it that is opened for the check.
 * @param bytes the size of the database
 * @throws StartupError if it has not
 */
export async function requireSpace(directory: string, bytes: number): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(directory);
  const megabytes = (size: number) => Math.ceil(size / 2 ** 20);
  if (bavail * bsize > 2 * bytes) return;
  throw new StartupError(
    `A backup needs ${megabytes(2 * bytes)} MB, but the disk of ${directory} has ${megabytes(bavail * bsize)} MB left.`,
  );
}
