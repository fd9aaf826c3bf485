import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PageCursor } from './page-cursor';
import { type TicketFilter, type Use, condition, keepDays } from './ticket-filter';

/** Which tickets are meant by their place in the list: `ahead` of a cursor, where its page goes, or `behind`, where it does not. */
export type Side = 'ahead' | 'behind';

/** Older or newer than the ticket that the cursor names, which itself lies behind. */
const OPERATORS = { ahead: { next: '<', prev: '>' }, behind: { next: '>=', prev: '<=' } } as const;

/** Keeps the tickets on one side of the cursor; all, when there is no cursor. For tickets under the alias `ticket`. */
export function keepSide<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  side: Side,
  cursor: PageCursor | undefined,
  use: Use = 'indexed',
): SelectQueryBuilder<T> {
  if (!cursor) return query;
  const operator = OPERATORS[side][cursor.direction];
  const isThere = `(ticket.createdAt, ticket.id) ${operator} (:cursorTime, :cursorId)`;
  return query.andWhere(condition(isThere, use), cursorPlace(cursor));
}

/**
 * Keeps the tickets of the wanted days on one side of the cursor; on both, when there is no cursor. For tickets under the alias
 * `ticket`.
 *
 * Of a day and a cursor that bound the same end of an index, only the nearer one is asked for: PostgreSQL begins at either of
 * them, and from the farther one it would walk all the way to the other.
 */
export function keepPart<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  filter: TicketFilter,
  side: Side,
  cursor: PageCursor | undefined,
): SelectQueryBuilder<T> {
  if (!cursor) return keepDays(query, filter);
  const { created_from, created_to } = filter;
  const { isAfterDays, isBeforeDays } = besideDays(filter, cursor);
  if (isOlder(side, cursor) ? isAfterDays : isBeforeDays) return keepDays(query, filter);
  return keepSide(keepDays(query, isOlder(side, cursor) ? { created_from } : { created_to }), side, cursor);
}

/** Whether a side has the older tickets; without a cursor, what lies ahead has. */
export function isOlder(side: Side, cursor: PageCursor | undefined): boolean {
  return (side === 'ahead') === (cursor?.direction !== 'prev');
}

/** Whether the cursor lies outside of the wanted days; what {@link keepPart} asks for depends on it. */
export function besideDays({ created_from, created_to }: TicketFilter, cursor: PageCursor) {
  const day = cursor.created_at.slice(0, 10);
  return {
    isAfterDays: Boolean(created_to && day > created_to),
    isBeforeDays: Boolean(created_from && day < created_from),
  };
}

/** The parameters of {@link keepSide}. */
export function cursorPlace(cursor: PageCursor | undefined) {
  return { cursorTime: cursor?.created_at, cursorId: cursor?.id };
}

/** The order in which a page goes away from its cursor: towards the older tickets, unless it leads back. */
export function orderOf(cursor: PageCursor | undefined): 'ASC' | 'DESC' {
  return cursor?.direction === 'prev' ? 'ASC' : 'DESC';
}

/** Puts tickets under the alias `ticket` in the order of a page. */
export function inOrder<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  cursor: PageCursor | undefined,
): SelectQueryBuilder<T> {
  return query.orderBy('ticket.createdAt', orderOf(cursor)).addOrderBy('ticket.id', orderOf(cursor));
}
