import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { PageCursor } from './page-cursor';

/** Which tickets are meant by their place in the list: `ahead` of a cursor, where its page goes, or `behind`, where it does not. */
export type Side = 'ahead' | 'behind';

/** Older or newer than the ticket that the cursor names, which itself lies behind. */
const OPERATORS = { ahead: { next: '<', prev: '>' }, behind: { next: '>=', prev: '<=' } } as const;

/** Keeps the tickets on one side of the cursor; all, when there is no cursor. For tickets under the alias `ticket`. */
export function keepSide<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  side: Side,
  cursor: PageCursor | undefined,
): SelectQueryBuilder<T> {
  if (!cursor) return query;
  const operator = OPERATORS[side][cursor.direction];
  return query.andWhere(`(ticket.createdAt, ticket.id) ${operator} (:cursorTime, :cursorId)`, cursorPlace(cursor));
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
