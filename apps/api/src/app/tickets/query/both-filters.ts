import { PROPERTY_NAMES } from '@docket/domain';
import type { RelationFilter, TicketFilter } from './ticket-filter';

const INCLUDED = ['assignees', 'teams', 'requesters'] as const;
const EXCLUDED = ['notAssignees', 'notTeams', 'notRequesters'] as const;

/** A filter that matches if both filters match. */
export function bothFilters(one: TicketFilter, other: TicketFilter): TicketFilter {
  return withoutUndefined({
    ...Object.fromEntries(PROPERTY_NAMES.map((name) => [name, inBoth<string>(one[name], other[name])])),
    ...Object.fromEntries(INCLUDED.map((name) => [name, inBoth<number>(one[name], other[name])])),
    ...Object.fromEntries(EXCLUDED.map((name) => [name, inAny<number>(one[name], other[name])])),
    tags: bothTags(one.tags, other.tags),
    notTags: inAny<string>(one.notTags, other.notTags),
    createdFrom: [one.createdFrom, other.createdFrom]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1),
    createdTo: [one.createdTo, other.createdTo].filter((day) => day !== undefined).sort()[0],
  });
}

function inBoth<T>(one: readonly T[] | undefined, other: readonly T[] | undefined): readonly T[] | undefined {
  if (!one || !other) return one ?? other;
  return one.filter((value) => other.includes(value));
}

function inAny<T>(one: readonly T[] | undefined, other: readonly T[] | undefined): readonly T[] | undefined {
  if (!one || !other) return one ?? other;
  return [...new Set([...one, ...other])];
}

function bothTags(one: RelationFilter['tags'], other: RelationFilter['tags']): RelationFilter['tags'] {
  return one && other ? [...one, ...other] : (one ?? other);
}

function withoutUndefined(filter: TicketFilter): TicketFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
