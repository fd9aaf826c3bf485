import { PROPERTY_NAMES, type PropertyName, type PropertyValue } from '@docket/domain';

/** The values that a ticket may have, for each property that is filtered. */
export type PropertyFilter = { readonly [N in PropertyName]?: readonly PropertyValue<N>[] };

/** Conditions on tickets; an absent one does not filter. All of them have to hold. */
export interface TicketFilter extends PropertyFilter {
  /** The first UTC day of filing, `YYYY-MM-DD`. */
  readonly createdFrom?: string;
  /** The last UTC day of filing, `YYYY-MM-DD`. */
  readonly createdTo?: string;
}

/** The properties that a filter names. */
export function filteredProperties(filter: PropertyFilter): PropertyName[] {
  return PROPERTY_NAMES.filter((name) => filter[name] !== undefined);
}
