import { isUtf8 } from 'node:buffer';
import { type FileRow, ROW_MAX_BYTES, type RowError } from '@docket/import-rows';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';

/** A parsed row: its values in column order, which may be too few or too many; or its values by name; or its errors. */
export type ParsedRow = { readonly line: number; readonly row?: number } & (
  | { readonly values: readonly unknown[] }
  | { readonly fields: Readonly<Record<string, unknown>> }
  | { readonly errors: ProblemErrorDto[] }
);

/** Reads the rows of one file in order. */
export interface RowReader {
  /** The column names; undefined for formats without columns, and before their row is read. */
  readonly columns?: readonly string[];
  /**
   * Reads a row. Returns undefined for the header row and for empty rows.
   * @throws InvalidInputException if the file as a whole cannot be read
   */
  read(row: FileRow): ParsedRow | undefined;
  /**
   * Ends the file.
   * @throws InvalidInputException if the file must not end here
   */
  end(): void;
}

const TOO_LONG = `must be at most ${ROW_MAX_BYTES.toLocaleString('en')} bytes`;
const ROW_ERRORS: Readonly<Record<RowError, string>> = {
  too_long: TOO_LONG,
  object_too_long: `${TOO_LONG}, or a list of tickets`,
  quote_not_closed: 'has a quotation mark that is never closed, so that the rest of the file belongs to it',
  document_not_closed: 'is cut off: the file ends before its JSON does',
};

/** An error that concerns a row as a whole. */
export function invalidRow(line: number, detail: string): ParsedRow {
  return { line, errors: [{ pointer: '', detail }] };
}

/** The reason why the bytes of a row cannot be read, as a phrase that follows "the row"; undefined if they can be read. */
export function rowError({ bytes, error }: FileRow): string | undefined {
  if (error) return ROW_ERRORS[error];
  return bytes && !isUtf8(bytes) ? 'must be text in the encoding of the file' : undefined; // decoding would replace invalid bytes
}

/** Whether a value is missing or blank. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Decodes a row without an error. */
export function rowText({ bytes = new Uint8Array() }: FileRow): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}
