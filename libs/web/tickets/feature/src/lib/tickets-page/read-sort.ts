import { TICKET_SORTS, type TicketSort } from '@docket/domain';

/** Parses the sort order in the URL; undefined for newest first, the API's default. */
export function readSort(value: unknown): TicketSort | undefined {
  const sort = TICKET_SORTS.find((one) => one === value);
  return sort === 'newest' ? undefined : sort;
}

/** The order that follows a result of {@link readSort}; the first one after the last. */
export function nextSort(sort: TicketSort | undefined): TicketSort {
  const next = TICKET_SORTS.indexOf(sort ?? 'newest') + 1;
  return TICKET_SORTS[next] ?? 'newest';
}
