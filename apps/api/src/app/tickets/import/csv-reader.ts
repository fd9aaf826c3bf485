import { type FileRow, readCsvValues } from '@docket/import-rows';
import { isDocketCsv } from '../export/csv-columns';
import { detached } from './detached';
import { checkColumns, checkHeaderLength, surplusError, unreadable } from './header-row';
import { type ParsedRow, type RowReader, invalidRow, isBlank, rowError, rowText } from './read-row';

/** Length of a row, in bytes, above which its values are copied: otherwise a batch would keep the ignored columns of its rows in memory. */
const LONG_ROW_BYTES = 20_000;

const QUOTE_ERRORS = {
  quote_not_doubled: 'has a quotation mark inside a quoted value that is not doubled',
  quote_not_closed: 'has a quotation mark that is never closed',
} as const;

/** Reads CSV with a header row. */
export class CsvReader implements RowReader {
  columns: readonly string[] | undefined;
  private hasRows = false;
  /** Whether texts are taken literally, as in an export of Docket. */
  private hasPlainTexts = false;

  constructor(private readonly separator: string) {}

  read(row: FileRow): ParsedRow | undefined {
    if (!this.columns) {
      this.columns = readHeader(row, this.separator);
      this.hasPlainTexts = isDocketCsv(this.columns);
      return undefined;
    }
    const { line, bytes } = row;
    const error = rowError(row);
    if (error) return invalidRow(line, error);
    const values = readCsvValues(rowText(row), this.separator, row.dialect);
    if (typeof values === 'string') return invalidRow(line, QUOTE_ERRORS[values]);
    const isAfterHeader = !this.hasRows;
    this.hasRows = true;
    if (values.every(isBlank) || (isAfterHeader && values.every(isRule))) return undefined;
    const surplus = surplusError(values, this.columns);
    if (surplus) return invalidRow(line, surplus);
    const texts = this.hasPlainTexts ? values : values.map(withoutFormula);
    return { line, values: bytes && bytes.length >= LONG_ROW_BYTES ? texts.map(detached) : texts };
  }

  end(): void {
    if (!this.columns) throw unreadable('must start with a header row');
  }
}

/**
 * Whether a value belongs to the line between header and rows that sqlcmd, psql and Markdown write: `---,-----`, `----+-----`, `:---|---:`.
 */
function isRule(value: string): boolean {
  return /^(?: *:?-[-+]{1,1000}:? *| *)$/.test(value);
}

/** Removes the formula around a text: programs write `="007"` so that Excel shows the text unchanged. */
function withoutFormula(value: string): string {
  const { length } = value;
  const isText = value.startsWith('="') && length > 2 && value.indexOf('"', 2) === length - 1;
  return isText ? value.slice(2, -1) : value;
}

function readHeader(row: FileRow, separator: string): readonly string[] {
  checkHeaderLength(row);
  const columns = rowError(row) ?? readCsvValues(rowText(row), separator, row.dialect);
  if (columns === 'quote_not_closed' || columns === 'quote_not_doubled')
    throw unreadable(`cannot be read, because its header row ${QUOTE_ERRORS[columns]}`);
  if (typeof columns === 'string') throw unreadable(`cannot be read, because its header row ${columns}`);
  return checkColumns(columns);
}
