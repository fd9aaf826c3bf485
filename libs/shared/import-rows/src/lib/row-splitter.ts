/** Format of an import file: one JSON object per line, or comma-separated values with a header row. */
export type RowFormat = 'ndjson' | 'csv';

/** Maximum length of a row, in bytes. The longest description fits, even if each character is two escapes of 6 bytes. */
export const ROW_MAX_BYTES = 1_572_864;

/** An unparsed row of a file. */
export interface FileRow {
  /** First line of the row; the first line of the file is 1. */
  readonly line: number;
  /** Byte range in the file, including the line break; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Content without the line break; undefined if it exceeds {@link ROW_MAX_BYTES}. */
  readonly bytes?: Uint8Array;
  /** True for the last row, if the file ends inside one of its quoted values. */
  readonly quoteNotClosed: boolean;
}

const TAB = 0x09;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;

/** UTF-8 byte order mark. Some programs write it; some need it to detect UTF-8. */
export const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

/**
 * Splits a stream into rows in constant memory. An NDJSON row is one line. A CSV row continues while a quoted value is open (RFC 4180: a
 * quote opens a value only at its start, and a doubled quote inside a value stands for one quote). Blank rows and a byte order mark are
 * skipped. The server and the import command share this class, so that they number lines identically.
 */
export class RowSplitter {
  /** Whether the file starts with a byte order mark. Known once the first row is returned. */
  hasByteOrderMark = false;
  private readonly hasQuotes: boolean;
  /** First bytes of the file, until they suffice to detect a byte order mark; then undefined. */
  private head: Uint8Array | undefined = new Uint8Array();
  /** Parts of the current row from earlier chunks; empty once the row is too long. */
  private rowParts: Uint8Array[] = [];
  private rowLength = 0;
  /** Byte position of the current chunk in the file. */
  private offset = 0;
  private line = 1;
  private rowLine = 1;
  private rowStart = 0;
  private isQuoted = false;
  private quoteClosedAt = -1;
  private previousByte = NEWLINE;

  constructor(format: RowFormat) {
    this.hasQuotes = format === 'csv';
  }

  /** Returns the rows that end in this chunk. Their bytes may share its memory. */
  *push(chunk: Uint8Array): Generator<FileRow> {
    if (!this.head) {
      yield* this.split(chunk);
      return;
    }
    this.head = concat([this.head, chunk]);
    if (this.head.length >= BYTE_ORDER_MARK.length) yield* this.splitHead(this.head);
  }

  /** Returns the last row, if the file does not end with a line break. */
  *end(): Generator<FileRow> {
    if (this.head) yield* this.splitHead(this.head);
    const row = this.finishRow(new Uint8Array(), this.offset);
    if (row) yield row;
  }

  private *splitHead(head: Uint8Array): Generator<FileRow> {
    this.head = undefined;
    this.hasByteOrderMark = BYTE_ORDER_MARK.every((byte, index) => head[index] === byte);
    if (this.hasByteOrderMark) this.rowStart = this.offset = BYTE_ORDER_MARK.length;
    yield* this.split(this.hasByteOrderMark ? head.subarray(BYTE_ORDER_MARK.length) : head);
  }

  private *split(chunk: Uint8Array): Generator<FileRow> {
    let start = 0;
    let newline = chunk.indexOf(NEWLINE);
    let quote = this.hasQuotes ? chunk.indexOf(QUOTE) : -1;
    while (newline !== -1 || quote !== -1) {
      if (quote !== -1 && (newline === -1 || quote < newline)) {
        this.handleQuote(chunk, quote);
        quote = chunk.indexOf(QUOTE, quote + 1);
        continue;
      }
      this.line++;
      if (!this.isQuoted) {
        const row = this.finishRow(chunk.subarray(start, newline), this.offset + newline + 1);
        start = newline + 1;
        if (row) yield row;
      }
      newline = chunk.indexOf(NEWLINE, newline + 1);
    }
    this.append(chunk.subarray(start));
    this.offset += chunk.length;
    this.previousByte = chunk.at(-1) ?? this.previousByte;
  }

  /** A quote directly after a closing one reopens the value, which covers doubled quotes. */
  private handleQuote(chunk: Uint8Array, index: number): void {
    const position = this.offset + index;
    if (this.isQuoted) {
      this.isQuoted = false;
      this.quoteClosedAt = position;
      return;
    }
    const previousByte = index > 0 ? chunk[index - 1] : this.previousByte;
    this.isQuoted = position === this.rowStart || previousByte === COMMA || this.quoteClosedAt === position - 1;
  }

  private finishRow(lastPart: Uint8Array, end: number): FileRow | undefined {
    this.append(lastPart);
    const bytes = this.rowLength > ROW_MAX_BYTES ? undefined : withoutCarriageReturn(concat(this.rowParts));
    const row = { line: this.rowLine, start: this.rowStart, end, bytes, quoteNotClosed: this.isQuoted };
    this.rowParts = [];
    this.rowLength = 0;
    this.rowLine = this.line;
    this.rowStart = end;
    return bytes && isBlank(bytes) ? undefined : row;
  }

  private append(part: Uint8Array): void {
    this.rowLength += part.length;
    if (this.rowLength > ROW_MAX_BYTES) this.rowParts = [];
    else if (part.length) this.rowParts.push(part);
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const result = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let position = 0;
  for (const part of parts) {
    result.set(part, position);
    position += part.length;
  }
  return result;
}

function withoutCarriageReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN);
}
