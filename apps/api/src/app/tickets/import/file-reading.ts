import type { ImportFile } from './import-file';
import type { ImportOptions } from './import-options';
import { ImportReading } from './import-reading';
import type { ImportReadingDto } from './import-reading.dto';
import { CsvReader } from './csv-reader';
import { fileRows } from './file-rows';
import { NdjsonReader } from './ndjson-reader';
import type { ParsedRow, RowReader } from './read-row';
import { type CheckedRow, RowChecker } from './row-checker';
import { RowMapper } from './row-mapper';

/** Reads the rows of one file as tickets. */
export class FileReading {
  readonly reading = new ImportReading();
  private readonly reader: RowReader;
  private readonly mapper: RowMapper;
  private readonly checker: RowChecker;
  private hasColumns = false;

  constructor(
    private readonly file: ImportFile,
    options: ImportOptions,
  ) {
    this.reader = file.format === 'csv' ? new CsvReader() : new NdjsonReader();
    this.mapper = new RowMapper(options.map);
    this.checker = new RowChecker(options, this.mapper, this.reading);
  }

  /**
   * The rows of the file while it arrives, in parts.
   * @throws InvalidInputException if the file as a whole cannot be read
   */
  async *rows(): AsyncGenerator<readonly (CheckedRow & { readonly line: number })[]> {
    for await (const rows of fileRows(this.file.content, this.file.format)) {
      const parsed = this.reader.read(rows);
      this.readColumns();
      yield parsed.map((row) => ({ line: row.line, ...this.check(row) }));
    }
    this.reader.end();
  }

  /** How the file was understood; undefined if it uses the names of this API throughout. */
  understood(isWanted: boolean): ImportReadingDto | undefined {
    const { columns } = this.mapper;
    const { format } = this.file;
    const file = { format, encoding: 'utf-8', encoding_guessed: false, ...(format === 'csv' && { separator: ',' }) };
    return isWanted || this.reading.hasGuesses(columns, file) ? this.reading.toDto(columns, file) : undefined;
  }

  private readColumns(): void {
    if (this.hasColumns || !this.reader.columns) return;
    this.mapper.setColumns(this.reader.columns);
    this.hasColumns = true;
  }

  private check(row: ParsedRow): CheckedRow {
    if ('errors' in row) return row;
    return this.checker.check(
      row.line,
      'values' in row ? this.mapper.fromValues(row.values) : this.mapper.fromObject(row.fields),
    );
  }
}
