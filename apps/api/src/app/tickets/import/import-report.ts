import type { SuggestedProperties } from '@docket/domain';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import type { ImportErrorDto, ImportResultDto } from './import-result.dto';
import type { ValidRow } from './row-checker';

/** Maximum number of errors in a response, which bounds its size. */
const MAX_ERRORS = 1000;

/** Counts the rows of an import so far. */
export class ImportReport {
  private imported = 0;
  private rejected = 0;
  private readonly errors: ImportErrorDto[] = [];
  private readonly defaulted: Record<keyof SuggestedProperties, number> = { category: 0, priority: 0 };

  /** Counts stored rows. */
  add(rows: readonly ValidRow[]): void {
    this.imported += rows.length;
    for (const row of rows) for (const name of row.defaulted) this.defaulted[name]++;
  }

  reject(line: number, errors: ProblemErrorDto[]): void {
    this.rejected++;
    if (this.errors.length < MAX_ERRORS) this.errors.push({ line, errors });
  }

  toDto(): ImportResultDto {
    return { imported: this.imported, rejected: this.rejected, errors: this.errors };
  }

  /** The number of rows with a default property. In headers, because the contract fixes the body. */
  toHeaders(): Record<string, number> {
    return {
      'X-Defaulted-Category-Count': this.defaulted.category,
      'X-Defaulted-Priority-Count': this.defaulted.priority,
    };
  }

  /** The progress, for the error that ends the import early. */
  progress(): string {
    return `Imported before that: ${this.imported}`;
  }
}
