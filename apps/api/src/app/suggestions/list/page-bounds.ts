import { askedAt } from '../ledger/suggestion-id';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Where a page of a ledger begins, newest first: at the end of the range, or after the cursor. */
export interface PageBounds {
  /** The last day; undefined with a cursor in the range. */
  readonly to?: string;
  readonly cursor?: { readonly afterTime: Date; readonly after: string };
}

/**
 * Of the two bounds on the same end of the index, only the tighter: PostgreSQL may start at the looser one. The id of a row begins with its
 * time.
 * @param after the id of the row that the page follows
 */
export function pageBounds(to: string, after: string | undefined): PageBounds {
  if (after === undefined) return { to };
  const afterTime = askedAt(after);
  return afterTime.getTime() >= Date.parse(to) + DAY_MS ? { to } : { cursor: { afterTime, after } };
}
