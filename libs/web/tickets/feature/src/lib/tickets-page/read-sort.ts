import { TICKET_SORTS, type TicketSort } from '@docket/domain';

/** The order of the list in the URL; undefined for newest first, which is the default of the API. */
export function readSort(value: unknown): TicketSort | undefined {
  const sort = TICKET_SORTS.find((one) => one === value);
  return sort === 'newest' ? undefined : sort;
}

/** The order after an order of {@link readSort}; after the last one, the first. */
export function nextSort(sort: TicketSort | undefined): TicketSort {
  const next = TICKET_SORTS.indexOf(sort ?? 'newest') + 1;
  return TICKET_SORTS[next] ?? 'newest';
}
