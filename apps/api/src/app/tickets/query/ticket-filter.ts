import { PROPERTY_NAMES, type PropertyName, type PropertyValue } from '@docket/domain';

/** The values that a ticket may have, for each property that is filtered. */
export type PropertyFilter = { readonly [N in PropertyName]?: readonly PropertyValue<N>[] };

/** Stands for nobody in a list of assignees, and for no team in a list of teams. */
export const NONE = 0;

/** A filter by assignee, team, requester and tags. */
export interface RelationFilter {
  /** Ids of people, or {@link NONE}. */
  readonly assignees?: readonly number[];
  /** Ids of teams, or {@link NONE}. */
  readonly teams?: readonly number[];
  readonly requesters?: readonly number[];
  /** A ticket has at least one tag of each group. */
  readonly tags?: readonly (readonly string[])[];
  readonly notAssignees?: readonly number[];
  readonly notTeams?: readonly number[];
  readonly notRequesters?: readonly number[];
  /** A ticket has none of these tags. */
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

/** Conditions on tickets; an absent one does not filter. All of them have to hold. */
export interface TicketFilter extends PropertyFilter, RelationFilter {
  /** The first UTC day of filing, `YYYY-MM-DD`. */
  readonly createdFrom?: string;
  /** The last UTC day of filing, `YYYY-MM-DD`. */
  readonly createdTo?: string;
}

/** The properties that a filter names. */
export function filteredProperties(filter: PropertyFilter): PropertyName[] {
  return PROPERTY_NAMES.filter((name) => filter[name] !== undefined);
}

/** The relations that are filtered. */
export function filteredRelations(filter: RelationFilter): RelationName[] {
  return RELATION_NAMES.filter((name) => filter[name] !== undefined);
}
