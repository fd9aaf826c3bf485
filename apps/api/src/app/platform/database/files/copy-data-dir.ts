import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Entries of a data folder to copy: the database, and the key from which the secrets of webhooks are computed. */
const CONTENTS = ['database', 'secret-key'];

/** Files of a running process. */
const NOT_COPIED = ['postmaster.pid', 'postmaster.opts'];

/** Maximum number of files copied concurrently. */
const AT_ONCE = 16;

/**
 * Copies a data folder, which must not change meanwhile. File systems with copy-on-write share the blocks instead of copying them.
 * @param target an existing folder
 */
export async function copyDataDir(source: string, target: string): Promise<void> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const inside = entries
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name).slice(join(source, '/').length) }))
    .filter(
      ({ entry, path }) => CONTENTS.includes(path.split(/[\\/]/, 1)[0] ?? '') && !NOT_COPIED.includes(entry.name),
    );
  // PostgreSQL does not start without its empty folders.
  for (const { path } of inside.filter(({ entry }) => entry.isDirectory())) {
    await mkdir(join(target, path), { recursive: true, mode: 0o700 });
  }
  const files = inside.filter(({ entry }) => entry.isFile()).map(({ path }) => path);
  const copyNext = async (): Promise<void> => {
    for (let path = files.pop(); path !== undefined; path = files.pop()) {
      await copyFile(join(source, path), join(target, path), constants.COPYFILE_FICLONE);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, copyNext));
}
