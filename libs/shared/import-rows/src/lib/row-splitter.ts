/** The two forms of an import file: a JSON object a line, or comma-separated values under a header row. */
export type RowFormat = 'ndjson' | 'csv';

/** Longest row, in bytes: the longest description fits, with each of its characters as two escapes of 6. A longer row is never held. */
export const ROW_MAX_BYTES = 1_572_864;

/** A row as it stands in a file, before anything is known about what is in it. */
export interface FileRow {
  /** The line of the file where it starts; the first line is 1. */
  readonly line: number;
  /** Where it starts and where its last line break ends, in bytes from the start of the file. */
  readonly start: number;
  readonly end: number;
  /** Its bytes without the line break; `undefined` when there are more than {@link ROW_MAX_BYTES}. */
  readonly bytes?: Uint8Array;
  /** Whether the file ends inside a quoted value of this row. */
  readonly quoteNotClosed: boolean;
}

const TAB = 0x09;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;

/** What some programs put before UTF-8, and others need to see there. */
export const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

/**
 * Cuts a file into rows while it streams by, in constant memory. A row of NDJSON is a line; a row of CSV goes on while a quoted
 * value is open (RFC 4180: a quote opens at the start of a value only, and a doubled one inside stands for itself). Blank rows
 * and a byte order mark are left out. The server reads files with it and the command cuts and mends them with it, so that
 * both count lines the same way.
 */
export class RowSplitter {
  /** Whether the file starts with a byte order mark, once its first row is known. */
  hasMark = false;
  private readonly hasQuotes: boolean;
  /** The first bytes, until there are enough of them to tell a byte order mark. */
  private head: Uint8Array | undefined = new Uint8Array();
  /** What earlier chunks hold of the row that is being read; nothing once it is too long. */
  private held: Uint8Array[] = [];
  private length = 0;
  /** Bytes of the file before the current chunk. */
  private offset = 0;
  private line = 1;
  private rowLine = 1;
  private rowStart = 0;
  private isQuoted = false;
  private closedAt = -1;
  private previousByte = NEWLINE;

  constructor(format: RowFormat) {
    this.hasQuotes = format === 'csv';
  }

  /** The rows that end in the next piece of the file. They share its memory. */
  *push(chunk: Uint8Array): Generator<FileRow> {
    if (!this.head) {
      yield* this.split(chunk);
      return;
    }
    this.head = concat([this.head, chunk]);
    if (this.head.length >= BYTE_ORDER_MARK.length) yield* this.splitHead(this.head);
  }

  /** The last row, when the file does not end with a line break. */
  *end(): Generator<FileRow> {
    if (this.head) yield* this.splitHead(this.head);
    const row = this.finishRow(new Uint8Array(), this.offset);
    if (row) yield row;
  }

  private *splitHead(head: Uint8Array): Generator<FileRow> {
    this.head = undefined;
    this.hasMark = BYTE_ORDER_MARK.every((byte, index) => head[index] === byte);
    if (this.hasMark) this.rowStart = this.offset = BYTE_ORDER_MARK.length;
    yield* this.split(this.hasMark ? head.subarray(BYTE_ORDER_MARK.length) : head);
  }

  private *split(chunk: Uint8Array): Generator<FileRow> {
    let from = 0;
    let newline = chunk.indexOf(NEWLINE);
    let quote = this.hasQuotes ? chunk.indexOf(QUOTE) : -1;
    while (newline !== -1 || quote !== -1) {
      if (quote !== -1 && (newline === -1 || quote < newline)) {
        this.passQuote(chunk, quote);
        quote = chunk.indexOf(QUOTE, quote + 1);
        continue;
      }
      this.line++;
      if (!this.isQuoted) {
        const row = this.finishRow(chunk.subarray(from, newline), this.offset + newline + 1);
        from = newline + 1;
        if (row) yield row;
      }
      newline = chunk.indexOf(NEWLINE, newline + 1);
    }
    this.hold(chunk.subarray(from));
    this.offset += chunk.length;
    this.previousByte = chunk.at(-1) ?? this.previousByte;
  }

  /** A quote right after the one that closed opens the value again: that is how a doubled quote reads. */
  private passQuote(chunk: Uint8Array, index: number): void {
    const position = this.offset + index;
    if (this.isQuoted) {
      this.isQuoted = false;
      this.closedAt = position;
      return;
    }
    const before = index > 0 ? chunk[index - 1] : this.previousByte;
    this.isQuoted = position === this.rowStart || before === COMMA || this.closedAt === position - 1;
  }

  private finishRow(rest: Uint8Array, end: number): FileRow | undefined {
    this.hold(rest);
    const bytes = this.length > ROW_MAX_BYTES ? undefined : withoutCarriageReturn(concat(this.held));
    const row = { line: this.rowLine, start: this.rowStart, end, bytes, quoteNotClosed: this.isQuoted };
    this.held = [];
    this.length = 0;
    this.rowLine = this.line;
    this.rowStart = end;
    return bytes && isBlank(bytes) ? undefined : row;
  }

  private hold(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length > ROW_MAX_BYTES) this.held = [];
    else if (piece.length) this.held.push(piece);
  }
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function withoutCarriageReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN);
}
