import type { HttpHeaders } from '@angular/common/http';
import type { TimelineEntry } from '@docket/contract';
import { readLinkParameter } from '@docket/web/http';

/** Consecutive entries of a timeline. */
export interface TimelinePage {
  /** Oldest first. */
  readonly entries: readonly TimelineEntry[];
  /** Id of the first entry; undefined if no entries precede it. */
  readonly before?: number;
}

/** Converts a page of the API, which starts with the newest entry. */
export function toTimelinePage(newestFirst: readonly TimelineEntry[], headers: HttpHeaders | undefined): TimelinePage {
  const before = readLinkParameter(headers, 'next', 'before');
  return { entries: newestFirst.toReversed(), before: before === undefined ? undefined : Number(before) };
}

/** Merges entries without duplicates, oldest first. */
export function mergeEntries(
  known: readonly TimelineEntry[],
  more: readonly TimelineEntry[],
): readonly TimelineEntry[] {
  const byId = new Map([...known, ...more].map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((one, other) => one.id - other.id);
}

/** Adds the newest page to the known entries. Drops the known entries if there would be a gap. */
export function withNewest(known: TimelinePage, newest: TimelinePage): TimelinePage {
  const lastKnown = known.entries.at(-1)?.id ?? 0;
  const isGap = newest.before !== undefined && newest.before > lastKnown;
  if (isGap || known.entries.length === 0) return newest;
  return { entries: mergeEntries(known.entries, newest.entries), before: known.before };
}
