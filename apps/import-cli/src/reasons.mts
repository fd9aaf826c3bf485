import { toPrintable } from '#domain/printable';
import type { RowErrors } from './docket-api.mts';
import { withOption } from './option-names.mts';

/** Maximum number of different reasons. Further ones count as one. */
const MAX_REASONS = 100;

/** Describes the errors of a row: the name of each field with its error. */
export function describeErrors({ errors }: RowErrors): string[] {
  return errors.map(({ pointer, detail }) => toPrintable(`${pointer.slice(1) || 'the row'} ${withOption(detail)}`));
}

/** Counts the reasons of rejected rows for the summary. */
export class Reasons {
  private readonly counts = new Map<string, number>();

  add(row: RowErrors): void {
    for (const reason of describeErrors(row)) {
      const known = this.counts.has(reason) || this.counts.size < MAX_REASONS ? reason : 'other reasons';
      this.counts.set(known, (this.counts.get(known) ?? 0) + 1);
    }
  }

  /** Reasons with their counts, the most frequent first. */
  get mostFrequent(): [reason: string, count: number][] {
    return [...this.counts].sort(([, a], [, b]) => b - a);
  }
}
