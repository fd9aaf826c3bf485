import { BYTES } from '#import-rows/bytes';
import { type FileRow, RowBytes } from '#import-rows/file-row';

/** Byte range in the text of a file; `end` is exclusive. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The record, or the column names, that the parser is inside, and the number of records before it. */
export class JsonOpenRow {
  isOpen = false;
  /** Position after its last byte that is not white space. */
  end = 0;
  /** Number of records so far. */
  count = 0;
  /** Whether the column names are known. */
  hasHeader = false;
  private readonly bytes = new RowBytes();
  private line = 1;
  private start = 0;

  open(position: number, line: number): void {
    this.isOpen = true;
    this.line = line;
    this.start = this.end = position;
  }

  append(part: Uint8Array): void {
    this.bytes.append(part);
  }

  /** Discards the row, because it is not a record. */
  drop(): void {
    this.isOpen = false;
    this.bytes.clear();
  }

  /** Copies a range of its bytes; undefined if the row is too long. */
  copy({ start, end }: ByteRange): Uint8Array | undefined {
    return this.bytes.copy(start - this.start, end - this.start);
  }

  /** Takes the column names inside the row. The row itself is not a record. */
  takeHeader(line: number, { start, end }: ByteRange): FileRow | undefined {
    const bytes = this.bytes.take()?.slice(start - this.start, end - this.start);
    this.hasHeader = bytes !== undefined;
    return bytes && { line, start, end, bytes, isHeader: true };
  }

  /** Ends the row as the column names. */
  closeHeader(lastPart: Uint8Array): FileRow | undefined {
    this.bytes.append(lastPart);
    this.isOpen = false;
    const bytes = this.bytes.take();
    return bytes && { line: this.line, start: this.start, end: this.end, bytes, isHeader: true };
  }

  /**
   * Ends the row as a record. The first record names the columns if it is a list and they are unknown.
   * @param isDocument whether the row is a whole document
   */
  close(lastPart: Uint8Array, isDocument: boolean): FileRow {
    this.bytes.append(lastPart);
    this.isOpen = false;
    const bytes = this.bytes.take();
    const isHeader = !this.hasHeader && this.count === 0 && bytes?.[0] === BYTES.openBracket;
    return {
      line: this.line,
      row: ++this.count,
      start: this.start,
      end: this.end,
      bytes,
      ...(!bytes && { error: isDocument ? 'object_too_long' : 'too_long' }),
      ...(isHeader && { isHeader }),
    };
  }
}
