import { BYTES } from '#import-rows/bytes';
import { type FileRow, RowBytes } from '#import-rows/file-row';

/** Positions of bytes in the text of a file; `end` is exclusive. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The record or the names of columns that a JSON document is in the middle of, and the number of those before it. */
export class JsonOpenRow {
  isOpen = false;
  /** The position after its last byte that is no space. */
  end = 0;
  /** The number of records so far. */
  count = 0;
  /** Whether the names of the columns are known. */
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

  /** Forgets it, because it is no record. */
  drop(): void {
    this.isOpen = false;
    this.bytes.clear();
  }

  /** A copy of some of its bytes, if they arrived and are not too many. */
  copy({ start, end }: ByteRange): Uint8Array | undefined {
    return this.bytes.copy(start - this.start, end - this.start);
  }

  /** The names of the columns inside it, which is no record. */
  takeHeader(line: number, { start, end }: ByteRange): FileRow | undefined {
    const bytes = this.bytes.take()?.slice(start - this.start, end - this.start);
    this.hasHeader = bytes !== undefined;
    return bytes && { line, start, end, bytes, isHeader: true };
  }

  /** Ends it as the names of the columns. */
  closeHeader(lastPart: Uint8Array): FileRow | undefined {
    this.bytes.append(lastPart);
    this.isOpen = false;
    const bytes = this.bytes.take();
    return bytes && { line: this.line, start: this.start, end: this.end, bytes, isHeader: true };
  }

  /**
   * Ends it as a record. The first one names the columns if it is a list.
   * @param isDocument whether it is all of a document
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
