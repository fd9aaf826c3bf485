import type { Repository, SelectQueryBuilder } from 'typeorm';
import { type Side, inOrder, keepPart, orderOf } from '../query/keyset';
import { WANTED_COMBINATIONS, ofOneCombination, wantedLabels } from './property-combinations';
import type { PageCursor } from '../query/page-cursor';
import type { Ticket } from '../model/ticket.entity';
import type { TicketFilter } from '../query/ticket-filter';

/**
 * The tickets with the wanted labels on one side of the cursor, at most so many, nearest to it first. For a filter without a search.
 *
 * The index over the three labels and the time has the tickets of each of their 64 combinations in the order of the list. So
 * many are taken from each wanted combination, and the best of them are the answer: it costs the same with any number of
 * tickets, at any page, and however rare the labels are. An ordered index alone would have to be walked past all others.
 */
export function newestByLabel(
  tickets: Repository<Ticket>,
  filter: TicketFilter,
  limit: number,
  side: Side,
  cursor?: PageCursor,
): SelectQueryBuilder<Ticket> {
  const combination = ofOneCombination(tickets).select('ticket.id', 'id').addSelect('ticket.createdAt', 'created_at');
  inOrder(keepPart(combination, filter, side, cursor), cursor).limit(limit);
  const order = orderOf(cursor);
  return tickets.createQueryBuilder('ticket').where(
    `ticket.id = ANY(ARRAY(
        SELECT newest.id FROM ${WANTED_COMBINATIONS}, LATERAL (${combination.getQuery()}) AS newest
        ORDER BY newest.created_at ${order}, newest.id ${order} LIMIT ${limit}))`,
    { ...combination.getParameters(), ...wantedLabels(filter) },
  );
}
