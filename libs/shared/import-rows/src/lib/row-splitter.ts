import { BYTES, isBlankByte, isLineBreak, isSpace, lastBeforeBlanks, nextSign } from '#import-rows/bytes';
import { type CsvDialect, ORDINARY, backslashesBefore } from '#import-rows/csv/csv-dialect';
import { type FileRow, RowBytes } from '#import-rows/file-row';

const EMPTY = new Uint8Array();
const CARRIAGE_RETURN = Uint8Array.of(BYTES.carriageReturn);

/** Position of the first row, and the separator of values. */
export interface RowSplitterOptions {
  /** The byte that separates the values of CSV; undefined for NDJSON, which has no quoted line breaks. */
  readonly separator?: number;
  readonly line?: number;
  readonly offset?: number;
  readonly dialect?: CsvDialect;
}

/**
 * Splits UTF-8 text into rows in constant memory. An NDJSON row is one line. A CSV row continues while a quoted value is open (RFC 4180: a
 * quote opens a value only at its start, and a doubled quote inside a value stands for one quote). LF, CRLF and CR end lines. Rows without
 * any value are skipped, and a row that starts with Ctrl-Z ends the file.
 */
export class RowSplitter {
  /** Quoting rules. They may change only where earlier text reads the same with both. */
  dialect: CsvDialect;
  /** Whether to stop at a quote that blanks separate from the start of its value, until the dialect is known. */
  stopsAtPadding = false;
  /** Position in the last chunk at which reading stopped; undefined if it was read completely. */
  stoppedAt: number | undefined;
  private readonly separator: number | undefined;
  private readonly row = new RowBytes();
  /** Byte position of the current chunk in the text. */
  private offset: number;
  private line: number;
  private rowLine: number;
  private rowStart: number;
  private isQuoted = false;
  private quoteClosedAt = -1;
  private previousByte: number = BYTES.lineFeed;
  /** The last byte of earlier chunks that is not a blank. */
  private previousSign: number = BYTES.lineFeed;
  /** Number of backslashes at the end of the last chunk. */
  private backslashes = 0;
  /** Whether the last chunk ended with a carriage return, which a line feed may follow. */
  private hasOpenReturn = false;
  private isEnded = false;
  private isFirst = true;

  constructor({ separator, line = 1, offset = 0, dialect = ORDINARY }: RowSplitterOptions) {
    this.separator = separator;
    this.dialect = dialect;
    this.line = this.rowLine = line;
    this.offset = this.rowStart = offset;
  }

  /** Copies the start of the unfinished row; undefined if it is too long. */
  get openRow(): Uint8Array | undefined {
    return this.hasOpenReturn && !this.isQuoted ? EMPTY : this.row.copyAll();
  }

  /** Returns the rows that end in this chunk. Their bytes may share its memory. */
  *push(chunk: Uint8Array): Generator<FileRow> {
    this.stoppedAt = undefined;
    if (this.isEnded || chunk.length === 0) return;
    let start = 0;
    let next = 0;
    if (this.hasOpenReturn) {
      next = chunk[0] === BYTES.lineFeed ? 1 : 0;
      if (!this.isQuoted) start = next;
      yield* this.closeReturn(this.offset + next);
    }
    let lineFeed = chunk.indexOf(BYTES.lineFeed, next);
    let carriageReturn = chunk.indexOf(BYTES.carriageReturn, next);
    const quoteByte = this.dialect.quote.charCodeAt(0);
    let quote = this.separator === undefined ? -1 : chunk.indexOf(quoteByte);
    for (;;) {
      const lineEnd = earlier(lineFeed, carriageReturn);
      if (quote !== -1 && earlier(quote, lineEnd) === quote) {
        if (this.stopsAtPadding && !this.isQuoted && this.isAfterPadding(chunk, quote)) {
          this.hasOpenReturn = false;
          this.stoppedAt = quote;
          break;
        }
        this.handleQuote(chunk, quote);
        // A row of a megabyte may have a million quotes in a row: a call for each would take most of the time.
        quote = chunk[quote + 1] === quoteByte ? quote + 1 : chunk.indexOf(quoteByte, quote + 1);
        continue;
      }
      this.hasOpenReturn = lineEnd !== -1 && lineEnd === carriageReturn && lineEnd === chunk.length - 1;
      if (lineEnd === -1 || this.hasOpenReturn) break;
      next = lineEnd === carriageReturn && lineFeed === lineEnd + 1 ? lineEnd + 2 : lineEnd + 1;
      this.line++;
      if (!this.isQuoted) {
        yield* this.finishRow(chunk.subarray(start, lineEnd), this.offset + next);
        if (this.isEnded) return;
        start = next;
      }
      if (lineFeed !== -1 && lineFeed < next) lineFeed = chunk.indexOf(BYTES.lineFeed, next);
      if (carriageReturn !== -1 && carriageReturn < next) carriageReturn = chunk.indexOf(BYTES.carriageReturn, next);
    }
    const end = this.stoppedAt ?? chunk.length;
    this.row.append(chunk.subarray(start, this.hasOpenReturn ? -1 : end));
    this.offset += end;
    this.backslashes = this.backslashesBefore(chunk, end);
    this.previousByte = chunk[end - 1] ?? this.previousByte;
    this.previousSign = lastBeforeBlanks(chunk, end, this.separator) ?? this.previousSign;
  }

  /**
   * Returns the last row, if the text does not end with a line break.
   * @param isCutOff whether the file goes on, so that this row is incomplete and left out, unless it is the header row
   */
  *end(isCutOff = false): Generator<FileRow> {
    if (this.hasOpenReturn) yield* this.closeReturn(this.offset);
    const isLeftOut = isCutOff && !(this.isFirst && this.separator !== undefined);
    if (!this.isEnded && !isLeftOut) yield* this.finishRow(EMPTY, this.offset, true);
  }

  private *closeReturn(end: number): Generator<FileRow> {
    this.hasOpenReturn = false;
    this.line++;
    if (this.isQuoted) this.row.append(CARRIAGE_RETURN);
    else yield* this.finishRow(EMPTY, end);
  }

  /** A quote directly after a closing one reopens the value, which covers doubled quotes. */
  private handleQuote(chunk: Uint8Array, index: number): void {
    const position = this.offset + index;
    if (this.isQuoted) {
      if (this.dialect.isEscaped && this.backslashesBefore(chunk, index) % 2 === 1) return;
      this.isQuoted = false;
      this.quoteClosedAt = position;
      return;
    }
    const previousByte = index > 0 ? chunk[index - 1] : this.previousByte;
    this.isQuoted =
      position === this.rowStart ||
      previousByte === this.separator ||
      this.quoteClosedAt === position - 1 ||
      (this.dialect.isPadded === true && this.isAfterPadding(chunk, index));
  }

  /** Whether only blanks are between the start of a value and this quote. */
  private isAfterPadding(chunk: Uint8Array, index: number): boolean {
    if (!isBlankByte(index > 0 ? chunk[index - 1] : this.previousByte, this.separator)) return false;
    const sign = lastBeforeBlanks(chunk, index, this.separator) ?? this.previousSign;
    return sign === this.separator || isLineBreak(sign);
  }

  private backslashesBefore(chunk: Uint8Array, position: number): number {
    const count = backslashesBefore(chunk, position);
    return count === position ? count + this.backslashes : count;
  }

  private *finishRow(lastPart: Uint8Array, end: number, isLast = false): Generator<FileRow> {
    this.row.append(lastPart);
    this.isEnded = this.row.first === BYTES.endOfFile;
    const { rowLine: line, rowStart: start } = this;
    const taken = this.row.take();
    const bytes = isLast && taken ? withoutEndOfFile(taken) : taken;
    this.rowLine = this.line;
    this.rowStart = end;
    if (this.isEnded || (bytes && this.isEmpty(bytes))) return;
    const error = this.isQuoted ? 'quote_not_closed' : bytes ? undefined : 'too_long';
    const isHeader = this.isFirst && (this.separator !== undefined || isList(bytes));
    this.isFirst = false;
    yield { line, start, end, bytes, ...(error && { error }), ...(isHeader && { isHeader }), ...this.dialectOf() };
  }

  private dialectOf(): Pick<FileRow, 'dialect'> {
    return this.dialect === ORDINARY ? {} : { dialect: this.dialect };
  }

  private isEmpty(bytes: Uint8Array): boolean {
    return bytes.every((byte) => byte === this.separator || isSpace(byte));
  }
}

/** Whether a line of NDJSON is a list. */
function isList(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && bytes[nextSign(bytes, 0)] === BYTES.openBracket;
}

/** The smaller of two positions; -1 stands for none. */
function earlier(one: number, other: number): number {
  if (one === -1 || other === -1) return Math.max(one, other);
  return Math.min(one, other);
}

function withoutEndOfFile(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === BYTES.endOfFile ? bytes.subarray(0, -1) : bytes;
}
