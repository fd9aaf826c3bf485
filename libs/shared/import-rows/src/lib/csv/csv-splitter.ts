import { BYTES, isLineBreak, lastBeforeBlanks } from '#import-rows/bytes';
import type { CsvDialect } from '#import-rows/csv/csv-dialect';
import { type DialectSign, judge } from '#import-rows/csv/dialect-trial';
import { readCsvValues } from '#import-rows/csv-values';
import { type FileRow, concat } from '#import-rows/file-row';
import { RowSplitter } from '#import-rows/row-splitter';

/** What is read from the first sign of another dialect on to decide whether it is one. */
const TRIAL_BYTES = 65_536;

/** Where CSV starts, what separates its values, and how they are quoted, if that is known. */
interface CsvSplitterOptions {
  readonly separator: number;
  readonly line: number;
  readonly offset: number;
  readonly dialect?: CsvDialect;
}

/**
 * Splits CSV of any dialect into rows in constant memory. Values are quoted as in RFC 4180 until a sign of another dialect: a quote
 * after a backslash or after blanks, or an apostrophe at the start of a value. What follows it, 64 kB at most, then decides: the file
 * has another dialect if its rows fit together only with that, or as well with that and blanks. Until the sign, all dialects read the same.
 */
export class CsvSplitter {
  private readonly rows: RowSplitter;
  private readonly separator: string;
  private readonly separatorByte: number;
  /** The dialect that is certain. */
  private decided: CsvDialect | undefined;
  private isQuoteKnown: boolean;
  private isEscapeKnown: boolean;
  private columns: number | undefined;
  private held: Uint8Array[] | undefined;
  private heldSign: DialectSign = 'escape';
  private heldLength = 0;
  private previousByte: number = BYTES.lineFeed;
  /** The last byte so far that is no blank. */
  private previousSign: number = BYTES.lineFeed;

  constructor({ dialect, ...options }: CsvSplitterOptions) {
    this.rows = new RowSplitter({ ...options, dialect });
    this.separator = String.fromCharCode(options.separator);
    this.separatorByte = options.separator;
    this.decided = dialect;
    this.isQuoteKnown = this.isEscapeKnown = dialect !== undefined;
    this.rows.stopsAtPadding = !dialect;
  }

  /** The dialect; undefined while the text so far is the same in all. */
  get dialect(): CsvDialect | undefined {
    return this.decided;
  }

  /** Returns the rows that end in this chunk. Their bytes may share its memory. */
  *push(chunk: Uint8Array): Generator<FileRow> {
    if (this.held) {
      this.hold(chunk);
      if (this.heldLength >= TRIAL_BYTES) yield* this.decide(false);
      return;
    }
    const sign = this.findSign(chunk);
    yield* this.pass(sign === -1 ? chunk : chunk.subarray(0, sign));
    const padding = this.rows.stoppedAt;
    if (sign === -1 && padding === undefined) return;
    this.heldSign = padding !== undefined ? 'padding' : this.isApostrophe(chunk[sign]) ? 'apostrophe' : 'escape';
    this.held = [];
    this.hold(chunk.subarray(padding ?? sign));
    if (this.heldLength >= TRIAL_BYTES) yield* this.decide(false);
  }

  /**
   * Returns the last rows.
   * @param isCutOff whether the file goes on, so that its last row is incomplete and left out
   */
  *end(isCutOff = false): Generator<FileRow> {
    while (this.held) yield* this.decide(true);
    yield* this.rows.end(isCutOff);
  }

  private hold(bytes: Uint8Array): void {
    this.held?.push(bytes.slice());
    this.heldLength += bytes.length;
  }

  private *pass(bytes: Uint8Array): Generator<FileRow> {
    for (const row of this.rows.push(bytes)) {
      if (row.isHeader) this.columns = this.countColumns(row);
      yield row;
    }
    const end = this.rows.stoppedAt ?? bytes.length;
    this.previousByte = bytes[end - 1] ?? this.previousByte;
    this.previousSign = lastBeforeBlanks(bytes, end, this.separatorByte) ?? this.previousSign;
  }

  private countColumns({ bytes }: FileRow): number | undefined {
    const values = readCsvValues(new TextDecoder().decode(bytes), this.separator, this.rows.dialect);
    return typeof values === 'string' ? undefined : values.length;
  }

  private *decide(isEnd: boolean): Generator<FileRow> {
    const text = concat(this.held ?? []);
    this.held = undefined;
    this.heldLength = 0;
    const { heldSign: sign } = this;
    const open = this.rows.openRow;
    if (open) {
      const sample = concat([open, text.subarray(0, TRIAL_BYTES)]);
      const { separator, columns } = this;
      this.rows.dialect = judge(this.rows.dialect, sample, { separator, columns, sign, isEnd });
    }
    const { isEscaped, isPadded } = this.rows.dialect;
    // a file with another sign before its first apostrophe has quotes already
    this.isQuoteKnown ||= sign !== 'padding' || isPadded === true;
    this.isEscapeKnown ||= sign === 'escape' || isEscaped;
    if (sign === 'padding' || isPadded) this.rows.stopsAtPadding = false;
    this.decided = this.rows.dialect;
    yield* this.push(text);
  }

  /** The position of the first sign of another dialect; -1 if there is none. */
  private findSign(chunk: Uint8Array): number {
    const escape = this.isEscapeKnown ? -1 : this.findEscape(chunk);
    const quote = this.isQuoteKnown ? -1 : this.findApostrophe(chunk);
    return escape === -1 || quote === -1 ? Math.max(escape, quote) : Math.min(escape, quote);
  }

  private findEscape(chunk: Uint8Array): number {
    const quote = this.rows.dialect.quote.charCodeAt(0);
    if (this.previousByte === BYTES.backslash && chunk[0] === quote) return 0;
    let at = chunk.indexOf(BYTES.backslash);
    while (at !== -1 && chunk[at + 1] !== quote) at = chunk.indexOf(BYTES.backslash, at + 1);
    return at === -1 ? -1 : at + 1;
  }

  private findApostrophe(chunk: Uint8Array): number {
    let at = chunk.indexOf(BYTES.apostrophe);
    while (at !== -1 && !this.startsValue(lastBeforeBlanks(chunk, at, this.separatorByte) ?? this.previousSign))
      at = chunk.indexOf(BYTES.apostrophe, at + 1);
    return at;
  }

  private startsValue(previousSign: number): boolean {
    return isLineBreak(previousSign) || previousSign === this.separatorByte;
  }

  private isApostrophe(byte: number | undefined): boolean {
    return byte === BYTES.apostrophe && !this.isQuoteKnown;
  }
}
