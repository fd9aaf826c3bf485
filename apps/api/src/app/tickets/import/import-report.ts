import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import { shortened } from '@docket/import-rows';
import { ImportErrors } from './import-errors';
import { type ImportOutcome, NOTHING_IMPORTED } from './import-outcome';
import type { ImportReading } from './import-reading';
import type { ImportResultDto } from './import-result.dto';
import type { RowPlace } from './row-checker';

/** Counts the rows of a running import. */
export class ImportReport {
  private stored = NOTHING_IMPORTED;
  private invalid = 0;
  private last: RowPlace | undefined;
  private readonly errors = new ImportErrors();

  constructor(private readonly reading: ImportReading) {}

  /** The rows stored so far. */
  get outcome(): ImportOutcome {
    return this.stored;
  }

  set outcome(outcome: ImportOutcome) {
    for (const { id, ...place } of outcome.conflicts.slice(this.stored.conflicts.length)) {
      this.errors.add(place, [{ pointer: '/external_id', detail: conflictDetail(id) }]);
    }
    this.stored = outcome;
    this.reading.adjustments = outcome.adjustments;
  }

  /** Records that all rows up to a place are stored or rejected. */
  complete(place: RowPlace | undefined): void {
    this.last = place;
  }

  /** Counts an invalid row. */
  reject(place: RowPlace, errors: ProblemErrorDto[]): void {
    this.invalid++;
    this.errors.add(place, errors);
  }

  toDto(): ImportResultDto {
    const { imported, alreadyImported, conflicting } = this.stored;
    return {
      imported,
      rejected: this.invalid + conflicting,
      errors: this.errors.toDto(),
      ...(alreadyImported > 0 && { already_imported: alreadyImported }),
    };
  }

  /** Number of rows with a default, per field. Sent as headers, because the API contract fixes the body. */
  toHeaders(): Record<string, number> {
    const { category, priority } = this.reading.adjustments.defaulted;
    return { 'X-Defaulted-Category-Count': category, 'X-Defaulted-Priority-Count': priority };
  }

  /** The progress, as a phrase for the error that ends an import early. */
  progress(): string {
    const imported = `Imported before that: ${this.stored.imported}`;
    if (!this.last) return imported;
    const { line, row } = this.last;
    return row === undefined ? `${imported}, up to the row of line ${line}` : `${imported}, up to row ${row}`;
  }
}

function conflictDetail(id: string): string {
  return `must not be the id of another ticket, and "${shortened(id)}" is; map=external_id=- imports rows without their ids`;
}
