import type { HttpResourceRef } from '@angular/common/http';
import { type Signal, computed, inject } from '@angular/core';
import { type Problem, lastValue, readCursors, toProblem } from '@docket/web/http';
import { SuggestionsApi } from '@docket/web/quality/data';

/** A row of a ledger. */
interface Case {
  readonly ticket_id: number | null;
}

/** One page of a list of cases. */
export interface ListedCases<T extends Case = Case> {
  readonly isLoading: Signal<boolean>;
  readonly problem: Signal<Problem | undefined>;
  /** The last page, until the next one has loaded. `next` is the cursor of the page after it. */
  readonly page: Signal<{ readonly rows: readonly T[]; readonly next?: string } | undefined>;
  /** The ledger has no text of a ticket, so titles come from the tickets. Without them, the numbers lead there. */
  readonly titles: Signal<ReadonlyMap<number, string> | undefined>;
  reload(): void;
}

/** The page that a request has loaded, with the titles of its tickets. Call in an injection context. */
export function listedCases<T extends Case>(resource: HttpResourceRef<T[] | undefined>): ListedCases<T> {
  const latest = computed(() =>
    resource.status() === 'resolved' && resource.hasValue()
      ? { rows: resource.value(), next: readCursors(resource.headers()).nextCursor }
      : undefined,
  );
  const page = lastValue(latest);
  const ticketIds = computed(
    () => [...new Set(page()?.rows.flatMap(({ ticket_id: id }) => (id === null ? [] : [id])))],
    { equal: (one, other) => one.join() === other.join() },
  );
  const titles = inject(SuggestionsApi).titlesResource(ticketIds);
  return {
    isLoading: resource.isLoading,
    problem: computed(() => (resource.error() ? toProblem(resource.error()) : undefined)),
    page,
    titles: computed(() => (titles.hasValue() ? titles.value() : undefined)),
    reload: () => resource.reload(),
  };
}
