import type { RowErrors } from './docket-api.mts';

/** Different reasons that are counted; the rest of a very odd file is one more. */
const MAX_REASONS = 100;

/** What is wrong with a row, in words: each field with its trouble. */
export function describeErrors({ errors }: RowErrors): string[] {
  return errors.map(({ pointer, detail }) => `${pointer.slice(1) || 'the row'} ${detail}`);
}

/** Counts why rows were rejected, for the summary. */
export class Reasons {
  private readonly counts = new Map<string, number>();

  add(row: RowErrors): void {
    for (const reason of describeErrors(row)) {
      const known = this.counts.has(reason) || this.counts.size < MAX_REASONS ? reason : 'other reasons';
      this.counts.set(known, (this.counts.get(known) ?? 0) + 1);
    }
  }

  /** The most frequent reasons first. */
  get mostFrequent(): [reason: string, count: number][] {
    return [...this.counts].sort(([, a], [, b]) => b - a);
  }
}
