import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';

/** Which tickets to list: every part narrows, an empty part does not. */
export interface TicketFilter {
  readonly search: string;
  readonly category: readonly TicketCategory[];
  readonly priority: readonly TicketPriority[];
  readonly status: readonly TicketStatus[];
  /** UTC days, YYYY-MM-DD, both included. */
  readonly createdFrom?: string;
  readonly createdTo?: string;
}

export const NO_FILTER: TicketFilter = { search: '', category: [], priority: [], status: [] };

/** A filter as query parameters, of the API and of the client's own address alike; `null` for what is not set. */
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
