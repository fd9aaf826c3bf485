import { PROPERTY_VALUES, type PropertyName, type PropertyValue } from '@docket/domain';
import { readDay } from '@docket/web/http';
import { byProperty } from './by-property';
import { readOptions } from './read-options';

/** The accepted values of each property; an empty list accepts every value. */
type PropertyFilter = { readonly [N in PropertyName]: readonly PropertyValue<N>[] };

/**
 * Filters of the list. A ticket has to match all of them; an empty filter matches every ticket. The query box sets only `q`; older links
 * use the others.
 */
export interface TicketFilter extends PropertyFilter {
  /** A text in the query language (docs/query-language.md). */
  readonly q: string;
  readonly search: string;
  /** First UTC day, YYYY-MM-DD. */
  readonly createdFrom?: string;
  /** Last UTC day, YYYY-MM-DD. */
  readonly createdTo?: string;
}

export const NO_FILTER: TicketFilter = { q: '', search: '', ...byProperty(() => []) };

/** Query parameters of a filter, for the URLs of the API and of the page; `null` for each unset one. */
export function toQueryParams(filter: TicketFilter): Record<string, string | null> {
  return {
    q: filter.q || null,
    search: filter.search || null,
    ...byProperty((property) => filter[property].join(',') || null),
    created_from: filter.createdFrom ?? null,
    created_to: filter.createdTo ?? null,
  };
}

/** Parses a filter from query parameters. Invalid values count as unset. */
export function readFilter(params: Readonly<Record<string, unknown>>): TicketFilter {
  const { q, search, created_from, created_to } = params;
  return {
    q: typeof q === 'string' ? q.trim() : '',
    search: typeof search === 'string' ? search.trim() : '',
    ...(byProperty((property) => readOptions<string>(PROPERTY_VALUES[property], params[property])) as PropertyFilter),
    createdFrom: readDay(created_from),
    createdTo: readDay(created_to),
  };
}

/** Whether two filters have the same query parameters. */
export function sameFilter(one: TicketFilter, other: TicketFilter): boolean {
  return JSON.stringify(toQueryParams(one)) === JSON.stringify(toQueryParams(other));
}
