import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { containing } from './containing';
import {
  type PropertyFilter,
  type RelationFilter,
  type RelationName,
  type TicketFilter,
  filteredProperties,
  filteredRelations,
} from './ticket-filter';
import type { Direction, TicketQuery } from './ticket-query';

// The SQL conditions of a TicketQuery. Each applies to tickets under the alias `ticket`.

/** Whether PostgreSQL may use an index for a condition. It uses none for a condition that is wrapped in `IS TRUE`. */
export type IndexUse = 'allow' | 'prevent';

type Builder<T extends ObjectLiteral> = SelectQueryBuilder<T>;

function condition(sql: string, use: IndexUse): string {
  return use === 'allow' ? sql : `(${sql}) IS TRUE`;
}

/** Applies the filter by properties. Also works on the counters by property, under the same alias. */
export function whereProperties<T extends ObjectLiteral>(
  builder: Builder<T>,
  filter: PropertyFilter,
  use: IndexUse = 'allow',
): Builder<T> {
  for (const name of filteredProperties(filter)) {
    builder.andWhere(condition(`ticket.${name} = ANY(:${name})`, use), { [name]: filter[name] });
  }
  return builder;
}

/** The condition of each relation. The indexes by assignee and by team have the same expressions. */
const RELATION_CONDITIONS: Readonly<Record<Exclude<RelationName, 'tags'>, string>> = {
  assignees: 'COALESCE(ticket.assignee_id, 0) = ANY(:assignees::int[])',
  teams: 'COALESCE(ticket.team_id, 0) = ANY(:teams::int[])',
  requesters: 'ticket.requester_id = ANY(:requesters::int[])',
  notAssignees: 'COALESCE(ticket.assignee_id, 0) <> ALL(:notAssignees::int[])',
  notTeams: 'COALESCE(ticket.team_id, 0) <> ALL(:notTeams::int[])',
  notRequesters: 'COALESCE(ticket.requester_id, 0) <> ALL(:notRequesters::int[])',
  notTags: 'NOT ticket.tags && :notTags::text[]',
};

/** Applies the filter by assignee, team, requester and tags. */
export function whereRelations<T extends ObjectLiteral>(
  builder: Builder<T>,
  filter: RelationFilter,
  use: IndexUse = 'allow',
): Builder<T> {
  for (const name of filteredRelations(filter)) {
    if (name === 'tags') whereTags(builder, filter.tags, use);
    else builder.andWhere(condition(RELATION_CONDITIONS[name], use), { [name]: filter[name] });
  }
  return builder;
}

/** Restricts to the tickets with a tag of each group. */
export function whereTags<T extends ObjectLiteral>(
  builder: Builder<T>,
  groups: RelationFilter['tags'],
  use: IndexUse = 'allow',
): Builder<T> {
  for (const [name, tags] of Object.entries(tagParameters(groups))) {
    builder.andWhere(condition(`ticket.tags && :${name}::text[]`, use), { [name]: tags });
  }
  return builder;
}

/** Applies the range of days. */
export function whereCreatedBetween<T extends ObjectLiteral>(
  builder: Builder<T>,
  filter: Pick<TicketFilter, 'createdFrom' | 'createdTo'>,
  use: IndexUse = 'allow',
): Builder<T> {
  const { from, to } = rangeParameters(filter);
  if (from !== undefined) builder.andWhere(condition(`ticket.createdAt >= :from`, use), { from });
  if (to !== undefined)
    builder.andWhere(condition(`ticket.createdAt < :to::timestamptz + interval '24 hours'`, use), { to });
  return builder;
}

/** Restricts to the tickets beyond the cursor in a direction. Does nothing without a cursor. */
export function whereBeyondCursor<T extends ObjectLiteral>(
  builder: Builder<T>,
  query: TicketQuery,
  direction: Direction,
  use: IndexUse = 'allow',
): Builder<T> {
  if (!query.cursor) return builder;
  const operator = `${query.isOlder(direction) ? '<' : '>'}${direction === 'backward' ? '=' : ''}`;
  const isBeyond = `(ticket.createdAt, ticket.id) ${operator} (:cursorTime, :cursorId)`;
  return builder.andWhere(condition(isBeyond, use), cursorParameters(query));
}

/** Applies the range of days and the cursor. Of two bounds on the same end of the index, it applies only the tighter. */
export function whereRangeAndCursor<T extends ObjectLiteral>(
  builder: Builder<T>,
  query: TicketQuery,
  direction: Direction,
): Builder<T> {
  const { createdFrom, createdTo } = query.filter;
  if (!query.cursor || query.boundTighterThanCursor(direction)) return whereCreatedBetween(builder, query.filter);
  const otherEnd = query.isOlder(direction) ? { createdFrom } : { createdTo };
  return whereBeyondCursor(whereCreatedBetween(builder, otherEnd), query, direction);
}

/**
 * Restricts to the tickets in which all terms of a search occur.
 * @param text the folded text of a ticket, in SQL
 */
export function whereMatchesSearch<T extends ObjectLiteral>(
  builder: Builder<T>,
  text: string,
  terms: readonly string[],
): Builder<T> {
  terms.forEach((term, index) => whereContains(builder, text, `text${index}`, term, 'prevent'));
  return builder;
}

/** Restricts to the tickets in which a folded term occurs. */
export function whereContains<T extends ObjectLiteral>(
  builder: Builder<T>,
  text: string,
  parameter: string,
  term: string,
  use: IndexUse,
): Builder<T> {
  const { operator, operand } = containing(term);
  return builder.andWhere(condition(`${text} ${operator} :${parameter}`, use), { [parameter]: operand });
}

/** Sorts tickets in a direction, the nearest to the cursor first. */
export function applyOrder<T extends ObjectLiteral>(
  builder: Builder<T>,
  query: TicketQuery,
  direction: Direction = 'forward',
): Builder<T> {
  const order = query.orderFromCursor(direction);
  return builder.orderBy('ticket.createdAt', order).addOrderBy('ticket.id', order);
}

/** The parameters of all conditions here except the search. */
export function queryParameters(query: TicketQuery): Readonly<Record<string, unknown>> {
  const { filter } = query;
  return { ...filter, ...tagParameters(filter.tags), ...rangeParameters(filter), ...cursorParameters(query) };
}

function tagParameters(groups: RelationFilter['tags'] = []): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(groups.map((tags, index) => [`tags${index}`, tags]));
}

function rangeParameters({ createdFrom, createdTo }: Pick<TicketFilter, 'createdFrom' | 'createdTo'>) {
  return { from: startOf(createdFrom), to: startOf(createdTo) };
}

function startOf(day: string | undefined): string | undefined {
  return day === undefined ? undefined : `${day}T00:00:00Z`;
}

function cursorParameters({ cursor }: TicketQuery) {
  return { cursorTime: cursor?.created_at, cursorId: cursor?.id };
}
