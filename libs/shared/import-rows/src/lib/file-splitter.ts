import { BYTE_ORDER_MARK } from '#import-rows/bytes';
import type { CsvDialect } from '#import-rows/csv/csv-dialect';
import { CsvSplitter } from '#import-rows/csv/csv-splitter';
import { type FoundFormat, findFormat } from '#import-rows/file-format';
import { type FileRow, type RowFormat, concat } from '#import-rows/file-row';
import { JsonSplitter } from '#import-rows/json-splitter';
import { RowSplitter } from '#import-rows/row-splitter';
import { Transcoder, type TranscoderOptions } from '#import-rows/encoding/transcoder';

/** Detected format of a file. */
export interface FileFormat {
  readonly format: RowFormat;
  /** The WHATWG name of the encoding, and whether it is guessed. Text that is all ASCII is UTF-8. */
  readonly encoding: string;
  readonly isEncodingGuessed: boolean;
  /** The separator of CSV values. */
  readonly separator?: string;
  /** The line of the header row of CSV, if lines other than `sep=` precede it. */
  readonly headerLine?: number;
  /** Quoting rules of CSV; undefined while the text so far reads the same in all dialects. */
  readonly dialect?: CsvDialect;
}

/** Information from the sender of a file. */
export interface FileSplitterOptions extends TranscoderOptions {
  /** Format by the media type or the file name. It decides ambiguous content. */
  readonly hint?: RowFormat;
  /** The name of the column with the titles. */
  readonly title?: string;
}

/** Splits a file of any encoding and format into rows in constant memory. */
export class FileSplitter {
  private readonly transcoder: Transcoder;
  private readonly hint: RowFormat | undefined;
  private readonly title: string | undefined;
  private head: Uint8Array[] = [];
  private headLength = 0;
  private nextExamination = 0;
  private splitter: RowSplitter | CsvSplitter | JsonSplitter | undefined;
  private found: Pick<FileFormat, 'format' | 'separator' | 'headerLine'> | undefined;

  constructor({ hint, title, ...options }: FileSplitterOptions = {}) {
    this.hint = hint;
    this.title = title;
    this.transcoder = new Transcoder(options);
  }

  /** The format, with the encoding so far. Known once a row is returned or the file has ended. */
  get format(): FileFormat | undefined {
    const { encoding, isGuessed: isEncodingGuessed } = this.transcoder;
    const dialect = this.splitter instanceof CsvSplitter ? this.splitter.dialect : undefined;
    return this.found && { ...this.found, encoding, isEncodingGuessed, ...(dialect && { dialect }) };
  }

  /** The byte order mark of UTF-8, if the file has one. */
  get byteOrderMark(): Uint8Array {
    return BYTE_ORDER_MARK.subarray(0, this.transcoder.markLength);
  }

  /** Returns the rows that end in this chunk. Their bytes may share its memory. */
  *push(chunk: Uint8Array): Generator<FileRow> {
    for (const text of this.transcoder.push(chunk)) yield* this.split(text);
  }

  /**
   * Returns the last rows.
   * @param isCutOff whether the file goes on, so that an unfinished last row is left out
   */
  *end(isCutOff = false): Generator<FileRow> {
    for (const text of this.transcoder.end()) yield* this.split(text);
    if (!this.splitter) yield* this.start(true);
    if (this.splitter) yield* this.splitter.end(isCutOff);
  }

  private *split(text: Uint8Array): Generator<FileRow> {
    if (this.splitter) {
      yield* this.splitter.push(text);
      return;
    }
    this.head.push(text);
    this.headLength += text.length;
    if (this.headLength >= this.nextExamination) yield* this.start(false);
  }

  private *start(isEnd: boolean): Generator<FileRow> {
    const head = concat(this.head);
    this.head = [head];
    this.nextExamination = 2 * head.length; // so that many small chunks take linear time
    const found = findFormat(head, isEnd, this.hint, this.title);
    if (!found) return;
    const { format, separator, headerLine } = found;
    this.found = {
      format,
      ...(separator !== undefined && { separator }),
      ...(headerLine !== undefined && { headerLine }),
    };
    this.splitter = this.createSplitter(found);
    this.head = [];
    yield* this.splitter.push(head.subarray(found.skipped));
  }

  private createSplitter({ format, separator, skipped, line, dialect }: FoundFormat) {
    const offset = this.transcoder.markLength + skipped;
    if (format === 'json') return new JsonSplitter({ offset, title: this.title });
    if (separator === undefined) return new RowSplitter({ line, offset });
    return new CsvSplitter({ separator: separator.charCodeAt(0), line, offset, dialect });
  }
}
