import { type FileRow, readCsvValues } from '@docket/import-rows';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { detached } from './detached';
import { type ParsedRow, type RowReader, invalidRow, rowError, rowText } from './read-row';

/** Maximum number of columns. */
const MAX_COLUMNS = 1000;

/** Maximum length of the header row, in bytes. */
const HEADER_MAX_BYTES = 65_536;

/** Length of a row, in bytes, from which its values are copied: a batch of rows must not keep their ignored columns in memory. */
const LONG_ROW_BYTES = 20_000;

const QUOTE_ERRORS = {
  quote_not_doubled: 'has a quotation mark inside a quoted value that is not doubled',
  quote_not_closed: 'has a quotation mark that is never closed',
} as const;

/** Reads CSV with a header row. */
export class CsvReader implements RowReader {
  columns: readonly string[] | undefined;

  constructor(private readonly separator: string) {}

  read(row: FileRow): ParsedRow | undefined {
    if (!this.columns) {
      this.columns = readHeader(row, this.separator);
      return undefined;
    }
    const { line, bytes } = row;
    const error = rowError(row);
    if (error) return invalidRow(line, error);
    const values = readCsvValues(rowText(row), this.separator);
    if (typeof values === 'string') return invalidRow(line, QUOTE_ERRORS[values]);
    if (values.every(isBlank)) return undefined;
    const columns = this.columns.length;
    if (!values.slice(columns).every(isBlank))
      return invalidRow(line, `must have at most ${columns} values like the header row, and has ${values.length}`);
    return { line, values: bytes && bytes.length >= LONG_ROW_BYTES ? values.map(detached) : values };
  }

  end(): void {
    if (!this.columns) throw unreadable('must start with a header row');
  }
}

function readHeader(row: FileRow, separator: string): readonly string[] {
  if (row.error === 'too_long' || (row.bytes?.length ?? 0) > HEADER_MAX_BYTES)
    throw unreadable(`must have a header row of at most ${HEADER_MAX_BYTES.toLocaleString('en')} bytes`);
  const columns = rowError(row) ?? readCsvValues(rowText(row), separator);
  if (columns === 'quote_not_closed' || columns === 'quote_not_doubled')
    throw unreadable(`cannot be read, because its header row ${QUOTE_ERRORS[columns]}`);
  if (typeof columns === 'string') throw unreadable(`cannot be read, because its header row ${columns}`);
  if (columns.length > MAX_COLUMNS)
    throw unreadable(
      `must have at most ${MAX_COLUMNS.toLocaleString('en')} columns, and has ${columns.length.toLocaleString('en')}`,
    );
  return columns.map((column) => column.trim());
}

function isBlank(value: string): boolean {
  return value.trim() === '';
}

/** An error of the file as a whole. */
function unreadable(detail: string): InvalidInputException {
  return new InvalidInputException([{ pointer: '', detail }]);
}
