import { constants } from 'node:fs';
import { type FileHandle, access, link, open, rm } from 'node:fs/promises';
import { StartupError } from '../../../platform/startup/startup-error';

/** A file that is named NAME.part until it is complete. */
export class PartFile {
  private isEmpty = true;

  private constructor(
    private readonly path: string,
    private readonly partPath: string,
    private readonly file: FileHandle,
  ) {}

  /** @throws StartupError if the file exists or cannot be created */
  static async create(path: string): Promise<PartFile> {
    if (await exists(path)) throw new StartupError(`There is already a file ${path}. Choose another name.`);
    const partPath = `${path}.part`;
    try {
      return new PartFile(path, partPath, await open(partPath, 'w', 0o600)); // only the owner may read customers' texts
    } catch (error) {
      throw new StartupError(`${partPath} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    try {
      await this.file.writeFile(bytes);
      this.isEmpty &&= bytes.length === 0;
    } catch (error) {
      throw new StartupError(`${this.partPath} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
    }
  }

  /** Renames the complete file. Never replaces an existing file. */
  async complete(): Promise<void> {
    await this.file.sync();
    await this.file.close();
    try {
      await link(this.partPath, this.path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new StartupError(`The export is complete, but could not get its name (${code}): it is ${this.partPath}.`);
    }
    await rm(this.partPath);
  }

  /** Closes the file. An incomplete export stays as NAME.part; an empty one is deleted. */
  async close(): Promise<void> {
    await this.file.close().catch(() => undefined); // already closed by complete()
    if (this.isEmpty) await rm(this.partPath, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
