import { isUtf8 } from 'node:buffer';
import { type FileRow, ROW_MAX_BYTES } from '@docket/import-rows';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';

/** The values of a row by column, or by name, or its errors. */
export type ParsedRow = { readonly line: number } & (
  | { readonly values: readonly string[] }
  | { readonly fields: Readonly<Record<string, unknown>> }
  | { readonly errors: ProblemErrorDto[] }
);

/** Reads the rows of one file, in order. */
export interface RowReader {
  /** The names of the columns, of a format with columns. Known once their row is read. */
  readonly columns?: readonly string[];
  /** @throws InvalidInputException if the file as a whole cannot be read */
  read(rows: readonly FileRow[]): ParsedRow[];
  /**
   * Ends the file.
   * @throws InvalidInputException if the file must not end here
   */
  end(): void;
}

/** An error of a row as a whole, not of one of its fields. */
export function invalidRow(line: number, detail: string): ParsedRow {
  return { line, errors: [{ pointer: '', detail }] };
}

/** The reason why the bytes of a row cannot be read, as a phrase that follows "the row"; undefined if they can. */
export function rowError({ bytes, quoteNotClosed }: FileRow): string | undefined {
  if (quoteNotClosed) return 'has a quotation mark that is never closed, so that the rest of the file belongs to it';
  if (!bytes) return `must be at most ${ROW_MAX_BYTES.toLocaleString('en')} bytes`;
  if (!isUtf8(bytes)) return 'must be text in UTF-8'; // decoding would replace the invalid bytes
  return undefined;
}
