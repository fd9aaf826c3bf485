import { BYTES, isBetween, isLineBreak, nextInString } from '#import-rows/bytes';
import type { FileRow } from '#import-rows/file-row';
import { JsonHeldLists } from '#import-rows/json-held-lists';
import { JsonHeldRecords } from '#import-rows/json-held-records';
import { COLUMNS } from '#import-rows/json-names';
import { JsonNamedRecords, namedRecords } from '#import-rows/json-named-records';
import { JsonOpenRow } from '#import-rows/json-open-row';
import type { Effect, Place } from '#import-rows/json-place';
import { JsonWrapper } from '#import-rows/json-wrapper';
import { LineCounter } from '#import-rows/line-counter';

/**
 * Splits JSON in UTF-8 into records in constant memory: the elements of an array, or of the first array of objects inside up to five
 * objects (`{"tickets": […]}`), but for one without titles if one with them follows. Records may be lists, too, if an array names their
 * columns (`{"columns": […], "rows": [[…]]}`) or the first list does; and the values of an object (`{"-Nx1": {…}, "-Nx2": {…}}`). An
 * object without any of these is itself a record. Several values may follow each other. Only brackets, quotes and commas are examined, so
 * that a malformed record is one row. A line break ends a string that is not closed.
 */
export class JsonSplitter {
  private readonly row = new JsonOpenRow();
  private readonly wrapper = new JsonWrapper();
  private readonly named = new JsonNamedRecords();
  private readonly lists = new JsonHeldLists();
  private readonly held: JsonHeldRecords;
  private place: Place = 'top';
  /** Number of open brackets. */
  private depth = 0;
  /** Depth of the records; 0 while the object itself may be a record. */
  private recordDepth = 0;
  private hasFoundNamed = false;
  private hasArrayEnded = false;
  private countBefore = 0;
  private isAfterColon = false;
  private records: ReturnType<JsonNamedRecords['read']>;
  /** Depth of the column names while they are read. */
  private columnsDepth = 0;
  private isString = false;
  private isEscaped = false;
  private readonly lines = new LineCounter();
  /** Byte position of the current chunk in the text. */
  private offset: number;
  /** Byte position of the current byte in the text. */
  private position = 0;

  /** @param title the name of the field with the titles, if the caller knows it */
  constructor({ offset = 0, title }: { readonly offset?: number; readonly title?: string } = {}) {
    this.offset = offset;
    this.held = new JsonHeldRecords(title);
  }

  /** Whether the last object has records, or an empty array, under a usual name for records. */
  get hasNamedRecords(): boolean {
    return this.wrapper.hasNamedRecords || this.hasFoundNamed;
  }

  /** Returns the records that end in this chunk. Their bytes may share its memory. */
  *push(chunk: Uint8Array): Generator<FileRow> {
    let from = 0;
    for (let index = 0; index < chunk.length; index++) {
      if (this.isString && !this.isEscaped && !this.readsNames) index = nextInString(chunk, index);
      if (index === chunk.length) break;
      const byte = chunk[index] ?? 0;
      this.lines.read(byte);
      this.position = this.offset + index;
      const effect = this.isString
        ? this.readString(byte)
        : isBetween(byte)
          ? this.readSpace(byte)
          : this.readSign(byte);
      if (effect === 'restarts') yield* this.finishColumns(chunk.subarray(from, index));
      if (effect === 'drops' || effect === 'restarts') this.row.drop();
      if (effect === 'starts' || effect === 'restarts') {
        this.row.open(this.position, this.lines.line);
        from = index;
      }
      if (effect === 'divides') {
        yield* this.divide(chunk.subarray(from, index + 1));
        from = index + 1;
      }
      if (effect === 'ends before') yield* this.pass(this.finishRow(chunk.subarray(from, index)));
      if (this.hasArrayEnded && this.goesOn(byte)) from = index;
      if (this.row.isOpen && !isBetween(byte)) this.row.end = this.position + 1;
      if (effect === 'ends after') yield this.finishRow(chunk.subarray(from, index + 1));
      if (effect === 'ends columns') yield* this.lists.release(this.row.closeHeader(chunk.subarray(from, index + 1)));
      if (this.depth === 0 && this.lists.isHolding) yield* this.lists.release();
      if (this.depth === 0 && this.held.isHolding) yield* this.held.release();
    }
    if (this.row.isOpen) this.row.append(chunk.subarray(from));
    this.offset += chunk.length;
    if (this.isString) this.row.end = this.offset;
  }

  /**
   * Returns an unfinished last record, and an error if the document is not closed.
   * @param isCutOff whether the file goes on, so that its last record is incomplete and left out
   */
  *end(isCutOff = false): Generator<FileRow> {
    yield* this.lists.release();
    if (this.held.isHolding && this.place === 'object') this.row.drop();
    yield* this.held.release();
    if (!this.row.isOpen && this.place !== 'records' && this.place !== 'named records') return;
    if (isCutOff && this.depth > 0) return;
    if (!this.row.isOpen) this.row.open(this.offset, this.lines.line);
    const row = this.finishRow(new Uint8Array());
    yield this.depth > 0 && !row.error ? { ...row, error: 'document_not_closed' } : row;
  }

  /** Whether the names of arrays matter in this state. */
  private get readsNames(): boolean {
    return this.place === 'object' || this.place === 'after lists';
  }

  private readString(byte: number): Effect {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BYTES.backslash) this.isEscaped = true;
    else if (byte === BYTES.quote || isLineBreak(byte)) this.isString = false;
    if (this.isString && this.readsNames) this.wrapper.name.append(byte);
    return 'none';
  }

  /** Between values, a line break ends text that is not JSON. */
  private readSpace(byte: number): Effect {
    return this.place === 'top' && this.row.isOpen && isLineBreak(byte) ? 'ends before' : 'none';
  }

  private readSign(byte: number): Effect {
    switch (this.place) {
      case 'top':
        return this.readTop(byte);
      case 'object':
        return this.readObject(byte);
      case 'records':
        return this.readRecords(byte);
      case 'named records':
        return this.readNamedRecords(byte);
      case 'after lists':
        return this.readAfterLists(byte);
      case 'rest':
        this.readNested(byte);
        if (this.depth === 0) this.place = 'top';
        return 'none';
      case 'end':
        return 'none';
    }
  }

  private readTop(byte: number): Effect {
    if (this.row.isOpen || byte === BYTES.comma) return 'none';
    if (byte === BYTES.endOfFile) {
      this.place = 'end';
      return 'none';
    }
    if (byte === BYTES.openBracket) {
      this.place = 'records';
      this.recordDepth = this.depth = 1;
      this.held.start(true);
      return 'none';
    }
    if (byte === BYTES.openBrace) {
      this.place = 'object';
      this.depth = 1;
      this.recordDepth = 0;
      this.countBefore = this.row.count;
      this.wrapper.start();
      this.named.start(this.position, this.lines.line);
    }
    return 'starts';
  }

  private readObject(byte: number): Effect {
    if (this.wrapper.startsRecords(byte)) {
      this.place = 'records';
      this.recordDepth = this.depth;
      this.row.count = this.countBefore;
      this.held.start(byte !== BYTES.openBrace || this.wrapper.hasNamedRecords);
      this.readNested(byte);
      return 'restarts';
    }
    const before = this.depth;
    const name = this.wrapper.name.text;
    this.readNested(byte);
    const place = { before, after: this.depth, position: this.position, line: this.lines.line };
    this.wrapper.read(byte, place);
    this.records = this.named.read(byte, name, place);
    if (this.records) return 'divides';
    if (this.depth > 0) return 'none';
    this.place = 'top';
    if (this.wrapper.hasNoRecords) this.held.clear();
    return this.wrapper.hasNoRecords || this.held.isHolding ? 'drops' : 'ends after';
  }

  private readRecords(byte: number): Effect {
    if (this.depth > this.recordDepth) {
      this.readNested(byte);
      return 'none';
    }
    const ends = this.row.isOpen ? 'ends before' : 'none';
    if (byte === BYTES.comma) return ends;
    if (byte === BYTES.closeBracket) {
      this.depth--;
      this.hasArrayEnded = this.depth > 0;
      const mayNameColumns = this.lists.isHolding || (this.row.count === 0 && !this.row.hasHeader); // the last row is not passed yet
      this.place = this.depth === 0 ? 'top' : mayNameColumns ? 'after lists' : 'rest';
      return ends;
    }
    if (byte !== BYTES.closeBrace) this.readNested(byte);
    return this.row.isOpen ? 'none' : 'starts';
  }

  private readNamedRecords(byte: number): Effect {
    const isValue = this.depth > this.recordDepth;
    if (isValue || (byte === BYTES.quote && !this.isAfterColon)) {
      this.readNested(byte);
      return 'none';
    }
    if (byte === BYTES.colon || byte === BYTES.comma) {
      this.isAfterColon = byte === BYTES.colon;
      return byte === BYTES.comma && this.row.isOpen ? 'ends before' : 'none';
    }
    if (byte === BYTES.closeBrace) {
      this.depth--;
      this.place = this.depth === 0 ? 'top' : 'rest';
      return this.row.isOpen ? 'ends before' : 'none';
    }
    this.readNested(byte);
    return this.row.isOpen ? 'none' : 'starts';
  }

  private readAfterLists(byte: number): Effect {
    const isColumns =
      this.lists.isHolding &&
      !this.row.isOpen &&
      byte === BYTES.openBracket &&
      this.depth === this.recordDepth - 1 &&
      COLUMNS.has(this.wrapper.name.text.toLowerCase());
    if (isColumns) this.columnsDepth = this.depth;
    this.readNested(byte);
    if (isColumns) return 'starts';
    if (this.depth === 0) this.place = 'top';
    if (!this.row.isOpen || this.depth > this.columnsDepth) return 'none';
    this.place = 'rest';
    return 'ends columns';
  }

  private readNested(byte: number): void {
    if (byte === BYTES.openBrace || byte === BYTES.openBracket) this.depth++;
    else if (byte === BYTES.closeBrace || byte === BYTES.closeBracket) this.depth--;
    else if (byte === BYTES.quote) {
      this.isString = true;
      this.wrapper.name.clear();
    }
  }

  /** Returns the column names, which are part of the bytes so far. */
  private *finishColumns(lastPart: Uint8Array): Generator<FileRow> {
    const { line, start, end } = this.wrapper.takeColumns() ?? {};
    if (line === undefined || start === undefined || end === undefined) return;
    this.row.append(lastPart);
    const header = this.row.takeHeader(line, { start, end });
    if (header) yield header;
  }

  /** Lists may wait for the names of their columns, which an object may have after them. */
  private *pass(row: FileRow): Generator<FileRow> {
    for (const one of this.lists.pass(row, this.recordDepth > 1)) yield* this.held.pass(one);
  }

  /** After an array that may not have the tickets, the object goes on as before it. Returns whether it does. */
  private goesOn(byte: number): boolean {
    this.hasArrayEnded = false;
    if (!this.held.mayFollow) return false;
    this.place = 'object';
    const place = { before: this.depth + 1, after: this.depth, position: this.position, line: this.lines.line };
    this.wrapper.read(byte, place);
    this.named.read(byte, '', place);
    this.row.open(this.position, this.lines.line);
    return true;
  }

  /** Returns the first two values of an object if they are records; the others follow one by one. */
  private *divide(lastPart: Uint8Array): Generator<FileRow> {
    this.row.append(lastPart);
    const found = namedRecords(this.records ?? [], (range) => this.row.copy(range), this.held.title);
    if (!found.length) return;
    this.place = 'named records';
    this.hasFoundNamed = true;
    this.isAfterColon = false;
    this.recordDepth = this.depth;
    this.row.drop();
    this.row.count = this.countBefore;
    this.held.start(true);
    for (const record of found) yield { ...record, row: ++this.row.count };
  }

  private finishRow(lastPart: Uint8Array): FileRow {
    return this.row.close(lastPart, this.recordDepth === 0);
  }
}
