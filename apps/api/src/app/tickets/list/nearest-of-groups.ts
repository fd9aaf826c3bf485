import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Ticket } from '../model/ticket.entity';
import { applyOrder, whereRangeAndCursor } from '../query/ticket-conditions';
import type { Direction, TicketQuery } from '../query/ticket-query';
import { type OrderedGroups, ticketsOfGroup, wantedParameters } from './ordered-groups';

/**
 * The tickets of a query without a search that are nearest to the cursor in one direction, up to a limit.
 *
 * An index holds the tickets of each group in list order. The query takes up to `limit` tickets of each matching group and keeps the
 * nearest. Its cost depends neither on the number of tickets, nor on the page, nor on how rare the values are. With an index by time only,
 * PostgreSQL would read all other tickets on the way.
 */
export function nearestOfGroups(
  manager: EntityManager,
  groups: OrderedGroups,
  query: TicketQuery,
  direction: Direction,
  limit: number,
): SelectQueryBuilder<Ticket> {
  const group = ticketsOfGroup(manager, groups, query.filter)
    .select('ticket.id', 'id')
    .addSelect('ticket.createdAt', 'created_at');
  applyOrder(whereRangeAndCursor(group, query, direction), query).limit(limit);
  const order = query.orderFromCursor('forward');
  return manager.createQueryBuilder(Ticket, 'ticket').where(
    `ticket.id = ANY(ARRAY(
        SELECT nearest.id FROM ${groups.from}, LATERAL (${group.getQuery()}) AS nearest
        ORDER BY nearest.created_at ${order}, nearest.id ${order} LIMIT ${limit}))`,
    { ...query.filter, ...group.getParameters(), ...wantedParameters(query.filter) },
  );
}
