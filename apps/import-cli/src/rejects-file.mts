import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { CliError } from './cli-error.mts';
import type { RowErrors } from './docket-api.mts';
import { type Part, type RowPosition, lineInFile } from './file-parts.mts';
import { describeErrors } from './reasons.mts';

const NEWLINE = 0x0a;
const CHUNK = 262_144;

/** Two open files: the unchanged rejected rows, and their reasons. */
interface OpenFiles {
  readonly rowsPath: string;
  readonly reasonsPath: string;
  readonly rows: FileHandle;
  readonly reasons: FileHandle;
}

/**
 * Writes the rejected rows to a file next to the imported one, so that users can correct and import them again: unchanged byte for
 * byte, after the header if the file has one. The first rejected row creates the file, which never replaces another file.
 */
export class RejectsFile {
  private readonly file: string;
  private readonly source: FileHandle;
  private open: OpenFiles | undefined;
  private line = 1;

  /** @param source the imported file, open for reading */
  constructor(file: string, source: FileHandle) {
    this.file = file;
    this.source = source;
  }

  /** The paths of both files; undefined before the first rejected row. */
  get paths(): Pick<OpenFiles, 'rowsPath' | 'reasonsPath'> | undefined {
    return this.open;
  }

  /** Adds the rejected rows of a part. */
  async add(part: Part, rejected: readonly RowErrors[]): Promise<void> {
    const places = new Map(part.rows.map((row) => [row.line, row]));
    for (const row of rejected) {
      const place = places.get(lineInFile(part, row.line));
      if (!place) throw new CliError(`Docket rejected line ${row.line} of a part, where no row starts`);
      await this.addRow((this.open ??= await this.create(part.header)), place, row);
    }
  }

  async close(): Promise<void> {
    await this.open?.rows.close();
    await this.open?.reasons.close();
  }

  private async addRow({ rows, reasons }: OpenFiles, place: RowPosition, row: RowErrors): Promise<void> {
    const where = `line ${this.line} (line ${place.line} of ${basename(this.file)})`;
    await reasons.write(`${where}: ${describeErrors(row).join('; ')}\n`);
    let last = NEWLINE;
    for (let at = place.start; at < place.end; at += CHUNK) {
      const { buffer, bytesRead } = await this.source.read({
        buffer: Buffer.allocUnsafe(Math.min(CHUNK, place.end - at)),
        position: at,
      });
      await this.write(rows, buffer.subarray(0, bytesRead));
      last = buffer[bytesRead - 1] ?? last;
    }
    if (last !== NEWLINE) await this.write(rows, Buffer.of(NEWLINE)); // the last line of the imported file may have no line break
  }

  private async write(rows: FileHandle, bytes: Uint8Array): Promise<void> {
    await rows.write(bytes);
    for (const byte of bytes) if (byte === NEWLINE) this.line++;
  }

  private async create(header: Uint8Array): Promise<OpenFiles> {
    const files = await createNextTo(this.file);
    await this.write(files.rows, header);
    return files;
  }
}

/** Creates the files next to the imported file, or in the current folder if that folder is not writable. */
async function createNextTo(file: string): Promise<OpenFiles> {
  try {
    return await createIn(dirname(file), file);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return await createIn(process.cwd(), file);
  }
}

/** Uses the first free name: an existing file may hold rejects that a user is correcting. */
async function createIn(folder: string, file: string): Promise<OpenFiles> {
  const { name, ext } = parse(file);
  for (let copy = 1; ; copy++) {
    const base = join(folder, copy === 1 ? `${name}.rejects` : `${name}.rejects-${copy}`);
    const rows = await openNew(base + ext);
    if (!rows) continue;
    const reasons = await open(`${base}.txt`, 'w');
    return { rowsPath: base + ext, reasonsPath: `${base}.txt`, rows, reasons };
  }
}

async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
