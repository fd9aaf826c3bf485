import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableChecksum } from '../platform/database/transfer/table-checksum';
import { StartupError } from '../platform/startup/startup-error';

/** Size of a read, in bytes. */
const READ_BYTES = 2 ** 20;

/** Manifest file in a backup folder. */
export const MANIFEST = 'backup.json';

/** One file of a backup. */
export interface BackupFile {
  /** Path relative to the backup, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface BackupManifest {
  readonly format: 1;
  readonly form: 'embedded' | 'server';
  /** RFC 3339. The backup contains the database as of this time. */
  readonly created_at: string;
  /** Names of the migrations of its schema. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableChecksum[];
  readonly files: readonly BackupFile[];
}

/** @throws StartupError if the folder is not a checked backup, or is one of another version */
export async function readManifest(backup: string): Promise<BackupManifest> {
  let manifest: Partial<BackupManifest>;
  try {
    manifest = JSON.parse(await readFile(join(backup, MANIFEST), 'utf8')) as Partial<BackupManifest>;
  } catch (error) {
    throw new StartupError(
      `${backup} is not a checked backup: its ${MANIFEST} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'not JSON'}).`,
      { cause: error },
    );
  }
  if (manifest.format !== 1 || !manifest.files || !manifest.tables || !manifest.migrations) {
    throw new StartupError(`${backup} was made by another version of Docket.`);
  }
  return manifest as BackupManifest;
}

export async function writeManifest(backup: string, manifest: BackupManifest): Promise<void> {
  await writeFile(join(backup, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });
}

/** Files of a backup with their checksums, sorted by path. Flushes each file to disk first. */
export async function listFiles(backup: string): Promise<BackupFile[]> {
  const entries = await readdir(backup, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: BackupFile[] = [];
  const buffer = Buffer.allocUnsafe(READ_BYTES); // shared by all files: a database has more than a thousand small ones
  for (const path of paths.sort()) {
    const relative = path.slice(backup.length).replaceAll('\\', '/').replace(/^\//, '');
    if (relative === MANIFEST) continue;
    const handle = await open(path, 'r');
    try {
      await handle.sync();
      files.push({ path: relative, ...(await checksumOf(handle, buffer)) });
    } finally {
      await handle.close();
    }
  }
  return files;
}

async function checksumOf(handle: FileHandle, buffer: Buffer): Promise<Omit<BackupFile, 'path'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    hash.update(buffer.subarray(0, bytesRead));
    bytes += bytesRead;
  }
}

/** The first differences between the files of a backup and its manifest. */
export async function wrongFiles(backup: string, { files }: BackupManifest): Promise<string[]> {
  const found = new Map((await listFiles(backup)).map((file) => [file.path, file]));
  const wrong = files.flatMap(({ path, bytes, sha256 }) => {
    const file = found.get(path);
    found.delete(path);
    if (!file) return [`${path} is missing`];
    return file.bytes === bytes && file.sha256 === sha256 ? [] : [`${path} has changed`];
  });
  return [...wrong, ...[...found.keys()].map((path) => `${path} does not belong to it`)];
}
