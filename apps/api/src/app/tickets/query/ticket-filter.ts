import { PROPERTY_NAMES, type PropertyName, type PropertyValue } from '@docket/domain';

/** The accepted values of each filtered property. */
export type PropertyFilter = { readonly [N in PropertyName]?: readonly PropertyValue<N>[] };

/** Stands for unassigned tickets in lists of assignees and teams. */
export const NONE = 0;

/** A filter by assignee, team, requester and tags. */
export interface RelationFilter {
  /** Ids of people, or {@link NONE}. */
  readonly assignees?: readonly number[];
  /** Ids of teams, or {@link NONE}. */
  readonly teams?: readonly number[];
  readonly requesters?: readonly number[];
  /** A ticket must have at least one tag of each group. */
  readonly tags?: readonly (readonly string[])[];
  readonly notAssignees?: readonly number[];
  readonly notTeams?: readonly number[];
  readonly notRequesters?: readonly number[];
  /** A ticket must have none of these tags. */
  readonly notTags?: readonly string[];
}

const RELATION_NAMES = [
  'assignees',
  'teams',
  'requesters',
  'tags',
  'notAssignees',
  'notTeams',
  'notRequesters',
  'notTags',
] as const satisfies readonly (keyof RelationFilter)[];

export type RelationName = (typeof RELATION_NAMES)[number];

/** Conditions on tickets, all of which must hold. Absent ones do not filter. */
export interface TicketFilter extends PropertyFilter, RelationFilter {
  /** The first UTC day of filing, `YYYY-MM-DD`. */
  readonly createdFrom?: string;
  /** The last UTC day of filing, `YYYY-MM-DD`. */
  readonly createdTo?: string;
}

/** The properties in a filter. */
export function filteredProperties(filter: PropertyFilter): PropertyName[] {
  return PROPERTY_NAMES.filter((name) => filter[name] !== undefined);
}

/** The relations in a filter. */
export function filteredRelations(filter: RelationFilter): RelationName[] {
  return RELATION_NAMES.filter((name) => filter[name] !== undefined);
}
