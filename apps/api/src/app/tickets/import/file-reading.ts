import type { ImportFile } from './import-file';
import type { ImportOptions } from './import-options';
import { ImportReading } from './import-reading';
import type { ImportReadingDto } from './import-reading.dto';
import { FileRows } from './file-rows';
import type { ParsedRow } from './read-row';
import { type CheckedRow, RowChecker, type RowPlace } from './row-checker';
import { type RowFields, RowMapper } from './row-mapper';
import { withoutTotals } from './totals-row';

/** A row as a ticket or as errors, with its source values kept separately: a batch that holds the one must not hold the other in memory. */
export interface ReadRow {
  readonly row: CheckedRow & RowPlace;
  readonly source: ParsedRow;
}

/** Reads the rows of one file as tickets. */
export class FileReading {
  readonly reading = new ImportReading();
  private readonly source: FileRows;
  private readonly mapper: RowMapper;
  private readonly checker: RowChecker;
  private readonly isPartial: boolean;
  private hasColumns = false;

  constructor(file: ImportFile, options: ImportOptions, stop: AbortSignal) {
    const { encoding, isCheck, isPartial, map } = options;
    const title = map.columns.get('title') ?? undefined;
    this.isPartial = isCheck && isPartial;
    this.source = new FileRows(file, { encoding, title, isPartial: this.isPartial }, stop);
    this.mapper = new RowMapper(options.map);
    this.checker = new RowChecker(options, this.mapper, this.reading);
  }

  /**
   * The rows of the file, in parts, while it arrives.
   * @throws InvalidInputException if the file as a whole cannot be read
   * @throws ImportStoppedException if the server stops
   */
  async *rows(): AsyncGenerator<readonly ReadRow[]> {
    let isFirst = true;
    for await (const rows of this.isPartial ? this.source.read() : withoutTotals(this.source.read())) {
      this.readColumns();
      if (isFirst) this.mapper.learn(rows.flatMap((row) => ('fields' in row ? [row.fields] : [])));
      isFirst &&= rows.length === 0;
      const fields = rows.map((row) => this.fieldsOf(row));
      if (!this.mapper.knowsForms) this.mapper.learnForms(fields.filter((one) => one !== undefined));
      yield rows.map((row, index) => ({
        row: { ...this.check(row, fields[index]), line: row.line, row: row.row },
        source: row,
      }));
    }
  }

  /** A report on how the file was understood; undefined if it is not wanted and the file uses only names of this API. */
  understood(isWanted: boolean): ImportReadingDto | undefined {
    const { columns } = this.mapper;
    const file = this.source.format;
    return isWanted || this.reading.hasGuesses(columns, file) ? this.reading.toDto(columns, file) : undefined;
  }

  private readColumns(): void {
    const { columns } = this.source;
    if (this.hasColumns || !columns) return;
    this.mapper.setColumns(columns);
    this.hasColumns = true;
  }

  private check(row: ParsedRow, fields: RowFields | undefined): CheckedRow {
    return fields ? this.checker.check(row.line, fields) : { errors: 'errors' in row ? row.errors : [] };
  }

  private fieldsOf(row: ParsedRow): RowFields | undefined {
    if ('errors' in row) return undefined;
    return 'values' in row ? this.mapper.fromValues(row.values) : this.mapper.fromObject(row.fields);
  }
}
