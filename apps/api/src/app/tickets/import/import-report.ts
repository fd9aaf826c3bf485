import type { TicketLabels } from '@docket/domain';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import type { ImportErrorDto, ImportResultDto } from './import-result.dto';
import type { GoodRow } from './row-checker';

/** Errors that an answer lists at most, so that it stays small whatever is sent. */
const MAX_ERRORS = 1000;

/** What has become of the rows so far. */
export class ImportReport {
  private imported = 0;
  private rejected = 0;
  private readonly errors: ImportErrorDto[] = [];
  private readonly filled: Record<keyof TicketLabels, number> = { category: 0, priority: 0 };

  /** Counts rows that are stored. */
  add(rows: readonly GoodRow[]): void {
    this.imported += rows.length;
    for (const row of rows) for (const label of row.filled) this.filled[label]++;
  }

  reject(line: number, errors: ProblemErrorDto[]): void {
    this.rejected++;
    if (this.errors.length < MAX_ERRORS) this.errors.push({ line, errors });
  }

  toDto(): ImportResultDto {
    return { imported: this.imported, rejected: this.rejected, errors: this.errors };
  }

  /** How many imported rows had their label from a default: in headers, since the body is fixed by the contract. */
  toHeaders(): Record<string, number> {
    return {
      'X-Defaulted-Category-Count': this.filled.category,
      'X-Defaulted-Priority-Count': this.filled.priority,
    };
  }

  /** How far it came, for the problem that ended it early. */
  progress(): string {
    return `Imported before that: ${this.imported}`;
  }
}
