import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname, extname, join, parse } from 'node:path';
import { BYTES, isLineBreak } from '#import-rows/bytes';
import { LineCounter } from '#import-rows/line-counter';
import { CliError } from './cli-error.mts';
import type { RowErrors } from './docket-api.mts';
import { type Part, type RowPosition, rowAt } from './file-parts.mts';
import { readRows } from './part-bytes.mts';
import { describeErrors } from './reasons.mts';

/** Two open files: the unchanged rejected rows, and their reasons. */
interface OpenFiles {
  readonly rowsPath: string;
  readonly reasonsPath: string;
  readonly rows: FileHandle;
  readonly reasons: FileHandle;
}

const REASONS_EXTENSION = '.txt';

/**
 * Writes the rejected rows to a file next to the imported one, so that users can correct and import them again. Rows are unchanged byte for
 * byte, and follow the header if the file has one. Text in another encoding becomes UTF-8, and records of a JSON document become lines of
 * NDJSON. The first rejected row creates the file, which never replaces an existing one.
 */
export class RejectsFile {
  private readonly file: string;
  private readonly text: string;
  private open: OpenFiles | undefined;
  private readonly lines = new LineCounter();
  private lastByte: number = BYTES.lineFeed;

  /** @param text path of the text of the imported file */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** Paths of both files; undefined before the first rejected row. */
  get paths(): Pick<OpenFiles, 'rowsPath' | 'reasonsPath'> | undefined {
    return this.open;
  }

  /** Adds the rejected rows of a part. */
  async add(part: Part, rejected: readonly RowErrors[]): Promise<void> {
    for (const row of rejected) {
      const place = rowAt(part, row.line);
      if (!place) throw new CliError(`Docket rejected line ${row.line} of a part, where no row starts`);
      await this.addRow((this.open ??= await this.create(part)), part, place, row);
    }
  }

  async close(): Promise<void> {
    await this.open?.rows.close();
    await this.open?.reasons.close();
  }

  private async addRow({ rows, reasons }: OpenFiles, part: Part, place: RowPosition, row: RowErrors): Promise<void> {
    const number = place.row === undefined ? `line ${place.line}` : `row ${place.row}`; // a JSON document may be one line
    const where = `line ${this.lines.line} (${number} of ${basename(this.file)})`;
    await reasons.write(`${where}: ${describeErrors(row).join('; ')}\n`);
    for await (const bytes of readRows(this.text, part, [place])) await this.write(rows, bytes);
    await this.endLine(rows); // the last line of the imported file may have no line break
  }

  private async write(rows: FileHandle, bytes: Uint8Array): Promise<void> {
    await rows.write(bytes);
    for (const byte of bytes) this.lines.read(byte);
    this.lastByte = bytes.at(-1) ?? this.lastByte;
  }

  private async endLine(rows: FileHandle): Promise<void> {
    if (!isLineBreak(this.lastByte)) await this.write(rows, Buffer.of(BYTES.lineFeed));
  }

  private async create({ format, header: columns, headerEnd }: Part): Promise<OpenFiles> {
    const isDocument = format.format === 'json';
    const files = await createNextTo(this.file, isDocument ? '.ndjson' : rowsExtension(this.file));
    if (isDocument && columns) await this.write(files.rows, Buffer.from(columns));
    if (isDocument || headerEnd === 0) return files;
    const header = createReadStream(this.text, { end: headerEnd - 1 }) as AsyncIterable<Buffer>;
    for await (const bytes of header) await this.write(files.rows, bytes);
    await this.endLine(files.rows);
    return files;
  }
}

/** Extension of the file of rows: that of the imported file, unless the reasons use it. Excel and databases write CSV to *.txt. */
function rowsExtension(file: string): string {
  const extension = extname(file);
  return extension.toLowerCase() === REASONS_EXTENSION ? '.csv' : extension;
}

/** Creates the files next to the imported file, or in the current folder if that folder is not writable. */
async function createNextTo(file: string, extension: string): Promise<OpenFiles> {
  try {
    return await createIn(dirname(file), file, extension);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return await createIn(process.cwd(), file, extension);
  }
}

/** Creates the files under the first free name: an existing file may contain rejects that a user is correcting. */
async function createIn(folder: string, file: string, extension: string): Promise<OpenFiles> {
  const { name } = parse(file);
  for (let copy = 1; ; copy++) {
    const base = join(folder, copy === 1 ? `${name}.rejects` : `${name}.rejects-${copy}`);
    const rows = await openNew(base + extension);
    if (!rows) continue;
    const reasonsPath = base + REASONS_EXTENSION;
    return { rowsPath: base + extension, reasonsPath, rows, reasons: await open(reasonsPath, 'w') };
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
