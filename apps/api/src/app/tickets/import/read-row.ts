import { isUtf8 } from 'node:buffer';
import { type FileRow, ROW_MAX_BYTES } from '@docket/import-rows';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';

/** The fields of a row that mean something, as the file has them: nothing is checked yet. */
export interface RowFields {
  readonly title?: unknown;
  readonly description?: unknown;
  readonly category?: unknown;
  readonly priority?: unknown;
  readonly status?: unknown;
  readonly created_at?: unknown;
}

/** A row that was read, or why it cannot be. */
export type ReadRow =
  { readonly line: number; readonly fields: RowFields } | { readonly line: number; readonly errors: ProblemErrorDto[] };

/** Reads the rows of one file, in order. */
export interface RowReader {
  /** @throws InvalidInputException when the file as a whole cannot be read */
  read(rows: readonly FileRow[]): ReadRow[];
  /**
   * Tells it that there are no more rows.
   * @throws InvalidInputException when that is too early
   */
  end(): void;
}

/** A row that is wrong as a whole, not in one of its fields. */
export function wrongRow(line: number, detail: string): ReadRow {
  return { line, errors: [{ pointer: '', detail }] };
}

/** What keeps the bytes of a row from being read at all, as a phrase that follows "the row"; `undefined` when nothing does. */
export function rowProblem({ bytes, quoteNotClosed }: FileRow): string | undefined {
  if (quoteNotClosed) return 'has a quotation mark that is never closed, so that the rest of the file belongs to it';
  if (!bytes) return `must be at most ${ROW_MAX_BYTES.toLocaleString('en')} bytes`;
  if (!isUtf8(bytes)) return 'must be text in UTF-8'; // decoding it would store replacement characters in its place
  return undefined;
}
