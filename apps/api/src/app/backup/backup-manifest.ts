import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { TableChecksum } from '../platform/database/transfer/table-checksum';
import { StartupError } from '../platform/startup/startup-error';

/** The file that describes a backup, in its folder. */
export const MANIFEST = 'backup.json';

/** One file of a backup. */
export interface BackupFile {
  /** Relative to the backup, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface BackupManifest {
  readonly format: 1;
  readonly form: 'embedded' | 'server';
  /** RFC 3339. The backup has the database of this time. */
  readonly created_at: string;
  /** The names of the migrations of its schema. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableChecksum[];
  readonly files: readonly BackupFile[];
}

/** @throws StartupError if the folder is no checked backup of a version that this one knows */
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

/** The files of a backup with their checksums, in the order of their paths. Flushes them to the disk first. */
export async function listFiles(backup: string): Promise<BackupFile[]> {
  const entries = await readdir(backup, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files: BackupFile[] = [];
  for (const path of paths.sort()) {
    const relative = path.slice(backup.length).replaceAll('\\', '/').replace(/^\//, '');
    if (relative === MANIFEST) continue;
    const handle = await open(path, 'r');
    await handle.sync().finally(() => handle.close());
    files.push({ path: relative, bytes: (await stat(path)).size, sha256: await sha256Of(path) });
  }
  return files;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), hash);
  return hash.digest('hex');
}

/** What is wrong with the files of a backup: the first differences from its manifest. */
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
