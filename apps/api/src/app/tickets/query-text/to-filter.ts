import { PROPERTY_VALUES } from '@docket/domain';
import { type QueryFilter, isPropertyKey } from '@docket/ticket-query';
import { bothFilters } from '../query/both-filters';
import type { TicketFilter } from '../query/ticket-filter';

/** The ids for the values of each filter. */
export type Resolved = ReadonlyMap<QueryFilter, readonly number[]>;

/** Combines all filters of a query. */
export function toTicketFilter(filters: readonly QueryFilter[], resolved: Resolved): TicketFilter {
  const both = filters.map((filter) => oneFilter(filter, resolved.get(filter) ?? [])).reduce(bothFilters, {});
  return withoutContradictions(both);
}

function oneFilter({ key, negated, values }: QueryFilter, ids: readonly number[]): TicketFilter {
  const texts = values.flatMap((value) => (value.kind === 'text' ? value.text : []));
  if (isPropertyKey(key)) {
    const all: readonly string[] = PROPERTY_VALUES[key];
    return { [key]: all.filter((value) => texts.includes(value) !== negated) };
  }
  switch (key) {
    case 'assignee':
      return negated ? { notAssignees: ids } : { assignees: ids };
    case 'team':
      return negated ? { notTeams: ids } : { teams: ids };
    case 'requester':
      return negated ? { notRequesters: ids } : { requesters: ids };
    case 'tag':
      return negated ? { notTags: texts } : { tags: [texts] };
    case 'created': {
      const [days] = values;
      return days?.kind === 'days' ? { createdFrom: days.from, createdTo: days.to } : {};
    }
  }
}

/** Removes excluded ids from the included ones, so that each relation needs a single condition. */
function withoutContradictions({ notAssignees, notTeams, notRequesters, ...filter }: TicketFilter): TicketFilter {
  return {
    ...filter,
    ...(filter.assignees ? { assignees: without(filter.assignees, notAssignees) } : { notAssignees }),
    ...(filter.teams ? { teams: without(filter.teams, notTeams) } : { notTeams }),
    ...(filter.requesters ? { requesters: without(filter.requesters, notRequesters) } : { notRequesters }),
  };
}

function without(ids: readonly number[], unwanted: readonly number[] = []): readonly number[] {
  return ids.filter((id) => !unwanted.includes(id));
}
