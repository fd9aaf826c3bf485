import { PROPERTY_NAMES, PROPERTY_VALUES, type PropertyName, type PropertyValue } from '@docket/domain';
import { byProperty } from './by-property';
import type { Ticket } from './ticket';
import { readDay } from './read-day';
import { readOptions } from './read-options';

/** The accepted values of each property; an empty list accepts every value. */
type PropertyFilter = { readonly [N in PropertyName]: readonly PropertyValue<N>[] };

/** Filters of the list. A ticket has to match all of them; an empty one matches every ticket. */
export interface TicketFilter extends PropertyFilter {
  readonly search: string;
  /** First UTC day, YYYY-MM-DD. */
  readonly createdFrom?: string;
  /** Last UTC day, YYYY-MM-DD. */
  readonly createdTo?: string;
}

export const NO_FILTER: TicketFilter = { search: '', ...byProperty(() => []) };

/** Query parameters for a filter, the same in the API's URL and in the page's; `null` for each unset one. */
export function toQueryParams(filter: TicketFilter): Record<string, string | null> {
  return {
    search: filter.search || null,
    ...byProperty((property) => filter[property].join(',') || null),
    created_from: filter.createdFrom ?? null,
    created_to: filter.createdTo ?? null,
  };
}

/** The filter in query parameters. Invalid values count as unset. */
export function readFilter(params: Readonly<Record<string, unknown>>): TicketFilter {
  const { search, created_from, created_to } = params;
  return {
    search: typeof search === 'string' ? search.trim() : '',
    ...(byProperty((property) => readOptions<string>(PROPERTY_VALUES[property], params[property])) as PropertyFilter),
    createdFrom: readDay(created_from),
    createdTo: readDay(created_to),
  };
}

/** Whether a ticket on a page of this filter still matches it. The search text and the days cannot stop matching. */
export function stillMatches(ticket: Pick<Ticket, PropertyName>, filter: TicketFilter): boolean {
  return PROPERTY_NAMES.every((name) => {
    const accepted: readonly string[] = filter[name];
    return accepted.length === 0 || accepted.includes(ticket[name]);
  });
}

export function sameFilter(one: TicketFilter, other: TicketFilter): boolean {
  return JSON.stringify(toQueryParams(one)) === JSON.stringify(toQueryParams(other));
}
