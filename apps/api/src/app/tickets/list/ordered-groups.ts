import { PROPERTY_NAMES, PROPERTY_VALUES } from '@docket/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Ticket } from '../model/ticket.entity';
import { whereProperties, whereRelations } from '../query/ticket-conditions';
import type { PropertyFilter, TicketFilter } from '../query/ticket-filter';

/** Groups of tickets. An index holds the tickets of each group in list order. */
export interface OrderedGroups {
  /** FROM items with one row for each group that the filter allows. */
  readonly from: string;
  /** SQL condition that a ticket belongs to the group of a row. */
  readonly condition: string;
  /** The filters that the groups express. */
  readonly filters: readonly (keyof TicketFilter)[];
}

const wanted = (name: string) => `unnest(:wanted_${name}::text[]) AS one_${name}`;

/** One group for each combination of property values: 64 without a filter. */
const BY_PROPERTIES: OrderedGroups = {
  from: PROPERTY_NAMES.map(wanted).join(', '),
  condition: PROPERTY_NAMES.map((name) => `ticket.${name} = one_${name}`).join(' AND '),
  filters: PROPERTY_NAMES,
};

/** One group for each assignee and status. */
const BY_ASSIGNEE: OrderedGroups = {
  from: `unnest(:assignees::int[]) AS one_assignee, ${wanted('status')}`,
  condition: 'COALESCE(ticket.assignee_id, 0) = one_assignee AND ticket.status = one_status',
  filters: ['assignees', 'status'],
};

/** One group for each team and status. */
const BY_TEAM: OrderedGroups = {
  from: `unnest(:teams::int[]) AS one_team, ${wanted('status')}`,
  condition: 'COALESCE(ticket.team_id, 0) = one_team AND ticket.status = one_status',
  filters: ['teams', 'status'],
};

const BY_REQUESTER: OrderedGroups = {
  from: 'unnest(:requesters::int[]) AS one_requester',
  condition: 'ticket.requester_id = one_requester',
  filters: ['requesters'],
};

/** The groups for a filter; undefined if only the index by time helps. */
export function orderedGroups(filter: TicketFilter): OrderedGroups | undefined {
  if (filter.requesters) return BY_REQUESTER;
  if (filter.assignees) return BY_ASSIGNEE;
  if (filter.teams) return BY_TEAM;
  return BY_PROPERTIES.filters.some((name) => filter[name]) ? BY_PROPERTIES : undefined;
}

/** The query parameters of the property groups. The other groups use those of the filter. */
export function wantedParameters(filter: PropertyFilter): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(PROPERTY_NAMES.map((name) => [`wanted_${name}`, filter[name] ?? PROPERTY_VALUES[name]]));
}

/** The tickets of one group, for a LATERAL join. The remaining filters are checked on each ticket. */
export function ticketsOfGroup(
  manager: EntityManager,
  groups: OrderedGroups,
  filter: TicketFilter,
): SelectQueryBuilder<Ticket> {
  const tickets = manager.createQueryBuilder(Ticket, 'ticket').where(groups.condition);
  const others: TicketFilter = Object.fromEntries(
    Object.entries(filter).filter(([name]) => !groups.filters.includes(name as keyof TicketFilter)),
  );
  return whereRelations(whereProperties(tickets, others, 'prevent'), others, 'prevent');
}
