import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ListTicketsQuery } from './list-tickets.query';
import { containsPattern, searchTerms } from './search-terms';

/** Which tickets are meant; what is absent does not filter. */
export type TicketFilter = Pick<
  ListTicketsQuery,
  'search' | 'category' | 'priority' | 'status' | 'created_from' | 'created_to'
>;

const LABEL_COLUMNS = ['category', 'priority', 'status'] as const;

/** Adds the conditions of a filter to a query of tickets under the alias `ticket`. */
export function applyFilter<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  filter: TicketFilter,
): SelectQueryBuilder<T> {
  for (const column of LABEL_COLUMNS) {
    if (filter[column]) query.andWhere(`ticket.${column} = ANY(:${column})`, { [column]: filter[column] });
  }
  if (filter.created_from) query.andWhere(`ticket.createdAt >= :from`, { from: `${filter.created_from}T00:00:00Z` });
  if (filter.created_to) {
    query.andWhere(`ticket.createdAt < :to::timestamptz + interval '24 hours'`, {
      to: `${filter.created_to}T00:00:00Z`,
    });
  }
  searchTerms(filter.search ?? '').forEach((term, index) => {
    query.andWhere(`(ticket.title ILIKE :term${index} OR ticket.description ILIKE :term${index})`, {
      [`term${index}`]: containsPattern(term),
    });
  });
  return query;
}
