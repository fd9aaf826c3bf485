import type { FileRow } from '@docket/import-rows';
import { CsvError, parse } from 'csv-parse/sync';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { type ParsedRow, type RowReader, rowError, invalidRow } from './read-row';

const LINE_BREAK = Buffer.from('\n');

/** Reads CSV with a header row. Parses the values of many rows with one call of csv-parse, because each call is expensive. */
export class CsvReader implements RowReader {
  columns: readonly string[] | undefined;

  read(rows: readonly FileRow[]): ParsedRow[] {
    const [header, ...others] = rows;
    if (this.columns || !header) return this.readRecords(rows);
    this.columns = readHeader(header);
    return this.readRecords(others);
  }

  end(): void {
    if (!this.columns) throw new InvalidInputException([{ pointer: '', detail: 'must start with a header row' }]);
  }

  private readRecords(rows: readonly FileRow[]): ParsedRow[] {
    const readable = rows.filter((row) => !rowError(row));
    const records = parseAll(readable) ?? readable.map(parseOne);
    const found = new Map(readable.map(({ line }, index) => [line, records[index]]));
    return rows.map((row) => {
      const record = found.get(row.line);
      if (!record) return invalidRow(row.line, rowError(row) ?? 'cannot be read');
      return typeof record === 'string' ? invalidRow(row.line, record) : this.toRow(row.line, record);
    });
  }

  private toRow(line: number, values: readonly string[]): ParsedRow {
    const columns = this.columns ?? [];
    if (values.length !== columns.length) {
      return invalidRow(line, `must have ${columns.length} values like the header row, and has ${values.length}`);
    }
    return { line, values };
  }
}

function readHeader(row: FileRow): readonly string[] {
  const columns = rowError(row) ?? parseOne(row);
  if (typeof columns === 'string') {
    throw new InvalidInputException([{ pointer: '', detail: `cannot be read, because its header row ${columns}` }]);
  }
  return columns.map((column) => column.trim());
}

/** The values of each row; undefined if any row is malformed. */
function parseAll(rows: readonly FileRow[]): string[][] | undefined {
  try {
    const records = parseCsv(Buffer.concat(rows.flatMap(({ bytes }) => (bytes ? [bytes, LINE_BREAK] : []))));
    return records.length === rows.length ? records : undefined;
  } catch {
    return undefined; // the caller then parses each row alone to find the malformed ones
  }
}

/** The values of a row, or its error as a phrase that follows "the row". */
function parseOne({ bytes }: FileRow): string[] | string {
  try {
    const [values, ...more] = parseCsv(Buffer.from(bytes ?? []));
    return values && more.length === 0 ? values : 'is not one row of CSV';
  } catch (error) {
    if (error instanceof CsvError) return QUOTE_ERRORS[error.code] ?? 'is not valid CSV';
    throw error;
  }
}

const QUOTE_ERRORS: Record<string, string> = {
  INVALID_OPENING_QUOTE: 'has a quotation mark inside a value that does not start with one',
  CSV_INVALID_CLOSING_QUOTE: 'has a quotation mark inside a quoted value that is not doubled',
};

/** Strict, except for the number of values, which has its own check and message. */
function parseCsv(text: Buffer): string[][] {
  return parse(text, { record_delimiter: '\n', relax_column_count: true });
}
