import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';

/** Filters of the list. A ticket has to match all of them; an empty one matches every ticket. */
export interface TicketFilter {
  readonly search: string;
  readonly category: readonly TicketCategory[];
  readonly priority: readonly TicketPriority[];
  readonly status: readonly TicketStatus[];
  /** First UTC day, YYYY-MM-DD. */
  readonly createdFrom?: string;
  /** Last UTC day, YYYY-MM-DD. */
  readonly createdTo?: string;
}

export const NO_FILTER: TicketFilter = { search: '', category: [], priority: [], status: [] };

/** Query parameters for a filter, the same in the API's URL and in the page's; `null` for each unset one. */
export function toQueryParams(filter: TicketFilter): Record<string, string | null> {
  return {
    search: filter.search || null,
    category: filter.category.join(',') || null,
    priority: filter.priority.join(',') || null,
    status: filter.status.join(',') || null,
    created_from: filter.createdFrom ?? null,
    created_to: filter.createdTo ?? null,
  };
}

export function sameFilter(one: TicketFilter, other: TicketFilter): boolean {
  return JSON.stringify(toQueryParams(one)) === JSON.stringify(toQueryParams(other));
}
