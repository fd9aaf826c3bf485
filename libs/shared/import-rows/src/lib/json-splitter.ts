import { BYTES, isLineBreak, isSpace, nextInString } from '#import-rows/bytes';
import { type FileRow, RowBytes } from '#import-rows/file-row';
import { NO_RECORDS, RECORDS } from '#import-rows/json-names';
import { LineCounter } from '#import-rows/line-counter';
import { NameReader } from '#import-rows/name-reader';

/** Maximum number of objects around the array of records. */
const MAX_WRAPPERS = 3;

/** Where the current byte is: between values, in an object that may have records inside, among the records, or after them. */
type Place = 'top' | 'object' | 'records' | 'rest' | 'end';

/** What a byte does with the current row. */
type Effect = 'none' | 'starts' | 'restarts' | 'ends before' | 'ends after' | 'drops';

/**
 * Splits JSON in UTF-8 into records in constant memory: the elements of an array, or of the first array of objects inside up to three
 * objects (`{"tickets": […]}`). An object without such an array is itself a record. Several values may follow each other. Only
 * brackets, quotes and commas are examined, so that a malformed record is one row. A line break ends a string that is not closed.
 */
export class JsonSplitter {
  private readonly row = new RowBytes();
  private readonly name = new NameReader();
  private place: Place = 'top';
  /** The number of open brackets. */
  private depth = 0;
  /** The depth of the records. */
  private recordDepth = 0;
  /** The depth of the outermost open array inside an object; 0 if there is none. */
  private arrayDepth = 0;
  private mayStartRecords = false;
  private hasNoRecords = false;
  private isString = false;
  private isEscaped = false;
  private hasRow = false;
  private rowLine = 1;
  private rows = 0;
  private rowStart = 0;
  private rowEnd = 0;
  private readonly lines = new LineCounter();
  /** Byte position of the current chunk in the text. */
  private offset: number;

  constructor({ offset = 0 }: { readonly offset?: number } = {}) {
    this.offset = offset;
  }

  /** Returns the records that end in this chunk. Their bytes may share its memory. */
  *push(chunk: Uint8Array): Generator<FileRow> {
    let from = 0;
    for (let index = 0; index < chunk.length; index++) {
      if (this.isString && !this.isEscaped && this.place !== 'object') index = nextInString(chunk, index);
      if (index === chunk.length) break;
      const byte = chunk[index] ?? 0;
      this.lines.read(byte);
      const effect = this.isString ? this.readString(byte) : isSpace(byte) ? this.readSpace(byte) : this.readSign(byte);
      if (effect === 'drops' || effect === 'restarts') this.dropRow();
      if (effect === 'starts' || effect === 'restarts') {
        this.startRow(this.offset + index);
        from = index;
      }
      if (effect === 'ends before') yield this.finishRow(chunk.subarray(from, index));
      if (this.hasRow && !isSpace(byte)) this.rowEnd = this.offset + index + 1;
      if (effect === 'ends after') yield this.finishRow(chunk.subarray(from, index + 1));
    }
    if (this.hasRow) this.row.append(chunk.subarray(from));
    this.offset += chunk.length;
    if (this.isString) this.rowEnd = this.offset;
  }

  /** Returns what the file ends with, if that is not the end of its JSON. */
  *end(): Generator<FileRow> {
    if (!this.hasRow && this.place !== 'records') return;
    if (!this.hasRow) this.startRow(this.offset);
    const row = this.finishRow(new Uint8Array());
    yield this.depth > 0 && !row.error ? { ...row, error: 'document_not_closed' } : row;
  }

  private readString(byte: number): Effect {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BYTES.backslash) this.isEscaped = true;
    else if (byte === BYTES.quote || isLineBreak(byte)) this.isString = false;
    if (this.isString && this.place === 'object') this.name.append(byte);
    return 'none';
  }

  /** A line break ends what is not JSON between values. */
  private readSpace(byte: number): Effect {
    return this.place === 'top' && this.hasRow && isLineBreak(byte) ? 'ends before' : 'none';
  }

  private readSign(byte: number): Effect {
    switch (this.place) {
      case 'top':
        return this.readTop(byte);
      case 'object':
        return this.readObject(byte);
      case 'records':
        return this.readRecords(byte);
      case 'rest':
        this.readNested(byte);
        if (this.depth === 0) this.place = 'top';
        return 'none';
      case 'end':
        return 'none';
    }
  }

  private readTop(byte: number): Effect {
    if (this.hasRow || byte === BYTES.comma) return 'none';
    if (byte === BYTES.endOfFile) {
      this.place = 'end';
      return 'none';
    }
    if (byte === BYTES.openBracket) {
      this.place = 'records';
      this.recordDepth = this.depth = 1;
      return 'none';
    }
    if (byte === BYTES.openBrace) {
      this.place = 'object';
      this.depth = 1;
      this.hasNoRecords = this.mayStartRecords = false;
    }
    return 'starts';
  }

  private readObject(byte: number): Effect {
    if (this.mayStartRecords && byte === BYTES.openBrace) {
      this.place = 'records';
      this.recordDepth = this.depth;
      this.arrayDepth = 0;
      this.readNested(byte);
      return 'restarts';
    }
    if (this.mayStartRecords && byte === BYTES.closeBracket && RECORDS.includes(this.name.text))
      this.hasNoRecords = true;
    this.mayStartRecords = this.opensRecords(byte);
    this.readNested(byte);
    if (byte === BYTES.openBracket && this.arrayDepth === 0) this.arrayDepth = this.depth;
    if (this.depth < this.arrayDepth) this.arrayDepth = 0;
    if (this.depth > 0) return 'none';
    this.place = 'top';
    return this.hasNoRecords ? 'drops' : 'ends after';
  }

  private opensRecords(byte: number): boolean {
    const isOutside = this.arrayDepth === 0 && this.depth <= MAX_WRAPPERS;
    return byte === BYTES.openBracket && isOutside && !NO_RECORDS.includes(this.name.text);
  }

  private readRecords(byte: number): Effect {
    if (this.depth > this.recordDepth) {
      this.readNested(byte);
      return 'none';
    }
    const ends = this.hasRow ? 'ends before' : 'none';
    if (byte === BYTES.comma) return ends;
    if (byte === BYTES.closeBracket) {
      this.depth--;
      this.place = this.depth === 0 ? 'top' : 'rest';
      return ends;
    }
    if (byte !== BYTES.closeBrace) this.readNested(byte);
    return this.hasRow ? 'none' : 'starts';
  }

  private readNested(byte: number): void {
    if (byte === BYTES.openBrace || byte === BYTES.openBracket) this.depth++;
    else if (byte === BYTES.closeBrace || byte === BYTES.closeBracket) this.depth--;
    else if (byte === BYTES.quote) {
      this.isString = true;
      this.name.clear();
    }
  }

  private startRow(position: number): void {
    this.hasRow = true;
    this.rowLine = this.lines.line;
    this.rowStart = this.rowEnd = position;
  }

  private dropRow(): void {
    this.hasRow = false;
    this.row.clear();
  }

  private finishRow(lastPart: Uint8Array): FileRow {
    this.row.append(lastPart);
    this.hasRow = false;
    const bytes = this.row.take();
    return {
      line: this.rowLine,
      row: ++this.rows,
      start: this.rowStart,
      end: this.rowEnd,
      bytes,
      ...(!bytes && { error: 'too_long' }),
    };
  }
}
