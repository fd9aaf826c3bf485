import { access, mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StartupError } from '../platform/startup/startup-error';
import { MANIFEST } from './backup-manifest';

/** Suffix of a copy that is not checked yet. */
export const UNVERIFIED = '.unverified';

/** Age in milliseconds above which a copy counts as abandoned: no process makes or checks it any more. */
const ABANDONED_MS = 86_400_000;

/** Suffix of the second copy, which a check opens and removes. */
export const SCRATCH = '.check';

const NAME = /^docket-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:\.unverified)?$/;

/** A backup folder. */
export interface BackupEntry {
  readonly name: string;
  readonly path: string;
  readonly createdAt: Date;
  readonly isChecked: boolean;
}

/** Name of a backup, from its UTC time to the second: `docket-20261129T030000Z`. */
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

/** Renames a checked copy to a backup. @returns its new path */
export async function confirmBackup(path: string): Promise<string> {
  const confirmed = path.endsWith(UNVERIFIED) ? path.slice(0, -UNVERIFIED.length) : path;
  if (confirmed !== path) await rename(path, confirmed);
  return confirmed;
}

/** A running read of a folder, and the next read, which all callers share that arrive during the running one. */
interface Look {
  readonly entries: Promise<BackupEntry[]>;
  next?: Promise<BackupEntry[]>;
}

const looks = new Map<string, Look>();

/**
 * Backups and unchecked copies, newest first. Only one read of a folder runs at a time: while a network disk does not respond, each read
 * blocks one of Node's few file system threads.
 */
export function listBackups(directory: string): Promise<BackupEntry[]> {
  const running = looks.get(directory);
  if (!running) return look(directory);
  const again = () => look(directory);
  return (running.next ??= running.entries.then(again, again));
}

function look(directory: string): Promise<BackupEntry[]> {
  const own: Look = { entries: readEntries(directory) };
  looks.set(directory, own);
  const end = () => void (own.next === undefined && looks.delete(directory));
  own.entries.then(end, end);
  return own.entries;
}

async function readEntries(directory: string): Promise<BackupEntry[]> {
  const entries: BackupEntry[] = [];
  for (const name of await readdir(directory).catch(noneIfMissing)) {
    const createdAt = timeOf(name);
    if (!createdAt) continue;
    const path = join(directory, name);
    const isChecked = !name.endsWith(UNVERIFIED) && (await fileExists(join(path, MANIFEST)));
    entries.push({ name, path, createdAt, isChecked });
  }
  return entries.sort(newestFirst);
}

function noneIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/**
 * Whether a file exists and this user may access it. `existsSync` would block the event loop while a network disk does not respond, and
 * would return false if the disk fails.
 * @throws Error if the disk fails
 */
export async function fileExists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Time of a backup, from its name; undefined for any other folder. */
export function timeOf(path: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = NAME.exec(basename(path)) ?? [];
  return year ? new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : undefined;
}

const newestFirst = (one: BackupEntry, other: BackupEntry) => other.createdAt.getTime() - one.createdAt.getTime();

/**
 * Keeps the `keep` newest backups and removes older ones. Also removes unchecked copies that are older than the newest backup and older
 * than a day; another process may still be making a younger one. Call it only after a success, so that a failing backup never removes an
 * older one.
 * @returns the names of what was removed
 */
export async function removeOldBackups(directory: string, keep: number, now = new Date()): Promise<string[]> {
  const entries = await listBackups(directory);
  const checked = entries.filter(({ isChecked }) => isChecked);
  const newest = checked[0];
  const isAbandoned = ({ createdAt }: BackupEntry) =>
    newest && createdAt < newest.createdAt && now.getTime() - createdAt.getTime() > ABANDONED_MS;
  const old = entries.filter((entry) => (entry.isChecked ? checked.indexOf(entry) >= keep : isAbandoned(entry)));
  for (const { path } of old) {
    await rm(path, { recursive: true, force: true });
    await rm(`${path}${SCRATCH}`, { recursive: true, force: true }); // left by a check that was killed
  }
  return old.map(({ name }) => name);
}

/** Total size of the files in a folder, in bytes. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Checks that the disk has room for a copy and for the second copy that the check opens.
 * @param bytes the size of the database
 * @throws StartupError if the space does not suffice
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
