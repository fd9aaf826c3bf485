import type { PartResult } from './docket-api.mts';
import { Guesses } from './guesses.mts';
import { Reasons } from './reasons.mts';

/** Counts of the rows so far. */
export class Tally {
  imported = 0;
  rejected = 0;
  alreadyImported = 0;
  /** Number of rows in a check, and whether they are the whole file. */
  readonly checked = { rows: 0, importable: 0, isWholeFile: false };
  readonly guesses = new Guesses();
  readonly defaulted = { category: 0, priority: 0 };
  readonly reasons = new Reasons();
  /** First line without a response from the server. */
  nextLine = 1;
  private readonly startedAt = performance.now();

  add(result: PartResult): void {
    this.imported += result.imported;
    this.rejected += result.rejected;
    this.alreadyImported += result.already_imported ?? 0;
    this.checked.rows += result.check?.rows ?? 0;
    this.checked.importable += result.check?.importable ?? 0;
    if (result.reading) this.guesses.add(result.reading);
    this.defaulted.category += result.defaulted.category;
    this.defaulted.priority += result.defaulted.priority;
    for (const row of result.errors) this.reasons.add(row);
  }

  get seconds(): number {
    return (performance.now() - this.startedAt) / 1000;
  }

  get rowsPerSecond(): number {
    return Math.round((this.imported + this.rejected) / Math.max(this.seconds, 0.001));
  }
}
