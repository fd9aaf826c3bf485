import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import { ImportErrors } from './import-errors';
import type { ImportReading } from './import-reading';
import type { ImportResultDto } from './import-result.dto';
import type { RowPlace } from './row-checker';

/** Counts the rows of an import so far. */
export class ImportReport {
  private imported = 0;
  private alreadyImported = 0;
  private rejected = 0;
  private lastLine = 0;
  private readonly errors = new ImportErrors();

  constructor(private readonly reading: ImportReading) {}

  /** Counts stored rows. */
  addImported(rows: number): void {
    this.imported += rows;
  }

  /** Counts rows that were imported before. */
  addAlreadyImported(rows: number): void {
    this.alreadyImported += rows;
  }

  /** Records that all rows up to the one of this line are stored or rejected. */
  complete(line: number): void {
    this.lastLine = line;
  }

  reject(place: RowPlace, errors: ProblemErrorDto[]): void {
    this.rejected++;
    this.errors.add(place, errors);
  }

  toDto(): ImportResultDto {
    return {
      imported: this.imported,
      rejected: this.rejected,
      errors: this.errors.toDto(),
      ...(this.alreadyImported > 0 && { already_imported: this.alreadyImported }),
    };
  }

  /** The number of rows with a default property. In headers, because the contract fixes the body. */
  toHeaders(): Record<string, number> {
    const { category, priority } = this.reading.defaults;
    return { 'X-Defaulted-Category-Count': category, 'X-Defaulted-Priority-Count': priority };
  }

  /** The progress, for the error that ends the import early. */
  progress(): string {
    return this.lastLine === 0
      ? `Imported before that: ${this.imported}`
      : `Imported before that: ${this.imported}, up to the row of line ${this.lastLine}`;
  }
}
