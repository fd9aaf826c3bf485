import { isUtf8 } from 'node:buffer';
import { type FileRow, ROW_MAX_BYTES } from '@docket/import-rows';
import type { PropertyName } from '@docket/domain';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';

/** The known fields of a row, as in the file, before validation. */
export type RowFields = Readonly<Partial<Record<'title' | 'description' | PropertyName | 'created_at', unknown>>>;

/** The fields of a row, or its errors. */
export type ParsedRow =
  { readonly line: number; readonly fields: RowFields } | { readonly line: number; readonly errors: ProblemErrorDto[] };

/** Reads the rows of one file, in order. */
export interface RowReader {
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
