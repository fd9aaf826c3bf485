import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import type { ImportErrorDto } from './import-result.dto';
import type { RowPlace } from './row-checker';

/** Maximum number of rows in a response. */
const MAX_ROWS = 1000;

/** Maximum number of errors of a row. */
const MAX_ERRORS = 20;

/** Maximum size of all errors in a response, in bytes of JSON. */
const MAX_BYTES = 1_000_000;

/** Bytes reserved for each further row, so that a response always has room for 1,000 rows. */
const ROW_BYTES = 700;

/** Maximum length of the text of an error, in bytes of JSON. With its pointer and line, it fits into {@link ROW_BYTES}. */
const DETAIL_BYTES = 500;

const POINTER_BYTES = 100;

/** The errors in a response, limited in number and size regardless of the file. */
export class ImportErrors {
  private readonly rows: ImportErrorDto[] = [];
  private free = MAX_BYTES - MAX_ROWS * ROW_BYTES;

  /** Adds a row with at least its first error, up to 1,000 rows. */
  add({ line, row: number }: RowPlace, errors: readonly ProblemErrorDto[]): void {
    if (this.rows.length === MAX_ROWS) return;
    const row: ImportErrorDto = { line, ...(number !== undefined && { row: number }), errors: [] };
    for (const error of errors.slice(0, MAX_ERRORS)) {
      row.errors.push(shortened(error));
      if (jsonLength(row) <= ROW_BYTES + this.free) continue;
      row.errors.pop();
      break;
    }
    this.free = Math.min(this.free, this.free + ROW_BYTES - jsonLength(row) - 1);
    this.rows.push(row);
  }

  /** The errors in file order. */
  toDto(): ImportErrorDto[] {
    return this.rows.toSorted((one, other) => one.line - other.line || (one.row ?? 0) - (other.row ?? 0));
  }
}

function shortened(error: ProblemErrorDto): ProblemErrorDto {
  const pointer = error.pointer === undefined ? {} : { pointer: cut(error.pointer, POINTER_BYTES) };
  return { ...error, ...pointer, detail: cut(error.detail, DETAIL_BYTES) };
}

function cut(text: string, maxBytes: number): string {
  if (jsonLength(text) - 2 <= maxBytes) return text;
  let [length, bytes] = [0, jsonLength('…') - 2];
  for (const sign of text) {
    bytes += jsonLength(sign) - 2;
    if (bytes > maxBytes) break;
    length += sign.length;
  }
  return `${text.slice(0, length)}…`;
}

function jsonLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
