import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { containsPattern } from './search-terms';
import { type PropertyFilter, type TicketFilter, filteredProperties } from './ticket-filter';
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

/** Restricts to the tickets beyond the cursor in a direction; without a cursor it restricts nothing. */
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
  return builder.andWhere(condition(`${text} LIKE :${parameter}`, use), { [parameter]: containsPattern(term) });
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
  return { ...query.filter, ...rangeParameters(query.filter), ...cursorParameters(query) };
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
