import { setImmediate } from 'node:timers/promises';
import { FOREIGN_FILE_BYTES, type FileRow, FileSplitter, foreignFile } from '@docket/import-rows';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { CsvReader } from './csv-reader';
import type { ImportFile } from './import-file';
import type { ImportFormatDto } from './import-reading.dto';
import { JsonReader } from './json-reader';
import { untilStopped } from './import-stopped.exception';
import type { ParsedRow, RowReader } from './read-row';

/**
 * Maximum number of rows, and of bytes in chunks or rows, between two turns of the event loop. A chunk may contain 100,000 rows, and
 * buffered chunks are read without a turn in between, so other requests would wait for seconds.
 */
const TURN_ROWS = 250;
const TURN_BYTES = 65_536;

/** Options of a file, set by the caller. */
interface FileRowsOptions {
  /** The encoding. Takes precedence over that of the media type. */
  readonly encoding?: string;
  /** Name of the column that contains the titles. */
  readonly title?: string;
  /** Whether the file may be cut off. An incomplete last row is then left out. */
  readonly isPartial: boolean;
}

/** Reads the rows of a file of any format and encoding while it arrives. */
export class FileRows {
  private readonly splitter: FileSplitter;
  private reader: RowReader | undefined;

  constructor(
    private readonly file: ImportFile,
    private readonly options: FileRowsOptions,
    private readonly stop: AbortSignal,
  ) {
    const { encoding = file.encoding, title } = options;
    this.splitter = new FileSplitter({ hint: file.format, encoding, title });
  }

  /** The column names; undefined for formats without columns, and before the header row is read. */
  get columns(): readonly string[] | undefined {
    return this.reader?.columns;
  }

  /** The detected format of the file. */
  get format(): ImportFormatDto {
    const {
      format = this.file.format,
      encoding = 'utf-8',
      isEncodingGuessed = false,
      separator,
      headerLine,
    } = this.splitter.format ?? {};
    return {
      format,
      encoding,
      encoding_guessed: isEncodingGuessed,
      ...(separator !== undefined && { separator }),
      ...(headerLine !== undefined && { header_line: headerLine }),
    };
  }

  /**
   * Reads one chunk at a time, and yields to the event loop after each 250 rows or 64 kB. Reads the next chunk when the caller continues.
   * If the caller stops early, the stream stays open: destroying the body of an HTTP request would also end its response.
   * @throws InvalidInputException if the file as a whole cannot be read
   * @throws ImportStoppedException if the server stops
   */
  async *read(): AsyncGenerator<ParsedRow[]> {
    const chunks: AsyncIterable<Uint8Array> = this.file.content.iterator({ destroyOnReturn: false });
    let head: Uint8Array[] | undefined = [];
    let bytes = 0;
    for await (const chunk of untilStopped(chunks, this.stop)) {
      head = head && checkHead([...head, chunk]);
      yield* this.parse(this.splitter.push(chunk));
      bytes += chunk.length;
      if (bytes < TURN_BYTES) continue;
      bytes = 0;
      await setImmediate();
    }
    yield* this.parse(this.splitter.end(this.options.isPartial));
    this.currentReader().end();
  }

  private async *parse(rows: Iterable<FileRow>): AsyncGenerator<ParsedRow[]> {
    let parsed: ParsedRow[] = [];
    let bytes = 0;
    for (const row of rows) {
      const parsedRow = this.currentReader().read(row);
      if (parsedRow) parsed.push(row.row === undefined ? parsedRow : { ...parsedRow, row: row.row });
      bytes += row.bytes?.length ?? 0;
      if (parsed.length < TURN_ROWS && bytes < TURN_BYTES) continue;
      yield parsed;
      parsed = [];
      bytes = 0;
      await setImmediate();
    }
    yield parsed;
  }

  private currentReader(): RowReader {
    const { format, separator = ',' } = this.format;
    return (this.reader ??= format === 'csv' ? new CsvReader(separator) : new JsonReader());
  }
}

/**
 * Checks the start of a file. Returns the chunks so far while they are too short to recognise the kind of file; undefined afterwards.
 * @throws InvalidInputException if the file is of a kind that cannot be imported
 */
function checkHead(chunks: Uint8Array[]): Uint8Array[] | undefined {
  const head = Buffer.concat(chunks);
  const detail = foreignFile(head);
  if (detail) throw new InvalidInputException([{ pointer: '', detail }]);
  return head.length < FOREIGN_FILE_BYTES ? [head] : undefined;
}
