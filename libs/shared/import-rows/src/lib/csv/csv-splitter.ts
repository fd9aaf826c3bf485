import { BYTES, isLineBreak, lastBeforeBlanks } from '#import-rows/bytes';
import type { CsvDialect } from '#import-rows/csv/csv-dialect';
import { type DialectSign, judge } from '#import-rows/csv/dialect-trial';
import { readCsvValues } from '#import-rows/csv-values';
import { type FileRow, concat } from '#import-rows/file-row';
import { RowSplitter } from '#import-rows/row-splitter';

/** Size of the sample that decides the dialect, from the first sign of another dialect on. */
const TRIAL_BYTES = 65_536;

/** Start of the CSV, its separator, and its dialect if known. */
interface CsvSplitterOptions {
  readonly separator: number;
  readonly line: number;
  readonly offset: number;
  readonly dialect?: CsvDialect;
}

/**
 * Splits CSV of any dialect into rows in constant memory. Values are quoted as in RFC 4180 until a sign of another dialect: a quote after a
 * backslash or after blanks, or an apostrophe at the start of a value. Up to 64 kB from the sign on then decide the dialect (see
 * dialect-trial.ts). Until the sign, all dialects read the same.
 */
export class CsvSplitter {
  private readonly rows: RowSplitter;
  private readonly separator: string;
  private readonly separatorByte: number;
  /** The dialect, once it is certain. */
  private decided: CsvDialect | undefined;
  private isQuoteKnown: boolean;
  private isEscapeKnown: boolean;
  private columns: number | undefined;
  private held: Uint8Array[] | undefined;
  private heldSign: DialectSign = 'escape';
  private heldLength = 0;
  private previousByte: number = BYTES.lineFeed;
  /** The last byte so far that is not a blank. */
  private previousSign: number = BYTES.lineFeed;

  constructor({ dialect, ...options }: CsvSplitterOptions) {
    this.rows = new RowSplitter({ ...options, dialect });
    this.separator = String.fromCharCode(options.separator);
    this.separatorByte = options.separator;
    this.decided = dialect;
    this.isQuoteKnown = this.isEscapeKnown = dialect !== undefined;
    this.rows.stopsAtPadding = !dialect;
  }

  /** The dialect; undefined while the text so far reads the same in all dialects. */
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
    // A backslash before a quote, or confirmed padding, shows that the file uses the current quote. An apostrophe has just been judged.
    this.isQuoteKnown ||= sign !== 'padding' || isPadded === true;
    this.isEscapeKnown ||= sign === 'escape' || isEscaped;
    if (sign === 'padding' || isPadded) this.rows.stopsAtPadding = false;
    this.decided = this.rows.dialect;
    yield* this.push(text);
  }

  /** Position of the first sign of another dialect; -1 if there is none. Padding is found by the row splitter. */
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
