import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Ticket } from '../model/ticket.entity';
import { applyOrder, whereRangeAndCursor } from '../query/ticket-conditions';
import type { Direction, TicketQuery } from '../query/ticket-query';
import { WANTED_COMBINATIONS, ticketsOfCombination, wantedParameters } from './property-combinations';

/**
 * The tickets with the wanted properties in one direction from the cursor, up to a limit. For a query without a search.
 *
 * The index over properties and time holds the tickets of each combination in list order. The query takes up to `limit` from each
 * wanted combination and keeps the nearest. Its cost depends neither on the number of tickets, nor on the page, nor on how rare
 * the values are; with an index over time alone, PostgreSQL would read all other tickets on the way.
 */
export function newestByProperty(
  manager: EntityManager,
  query: TicketQuery,
  direction: Direction,
  limit: number,
): SelectQueryBuilder<Ticket> {
  const combination = ticketsOfCombination(manager)
    .select('ticket.id', 'id')
    .addSelect('ticket.createdAt', 'created_at');
  applyOrder(whereRangeAndCursor(combination, query, direction), query).limit(limit);
  const order = query.orderFromCursor('forward');
  return manager.createQueryBuilder(Ticket, 'ticket').where(
    `ticket.id = ANY(ARRAY(
        SELECT newest.id FROM ${WANTED_COMBINATIONS}, LATERAL (${combination.getQuery()}) AS newest
        ORDER BY newest.created_at ${order}, newest.id ${order} LIMIT ${limit}))`,
    { ...combination.getParameters(), ...wantedParameters(query.filter) },
  );
}
