import type { PartResult } from './docket-api.mts';
import { Reasons } from './reasons.mts';

/** Counts the rows of a file so far. */
export class Tally {
  imported = 0;
  rejected = 0;
  readonly defaulted = { category: 0, priority: 0 };
  readonly reasons = new Reasons();
  /** The first line for which the server has not responded. */
  nextLine = 1;
  private readonly startedAt = performance.now();

  add(result: PartResult): void {
    this.imported += result.imported;
    this.rejected += result.rejected;
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
