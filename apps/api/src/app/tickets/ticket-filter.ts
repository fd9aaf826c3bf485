import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ListTicketsQuery } from './list-tickets.query';
import { containsPattern, searchTerms } from './search-terms';

/** Which tickets are meant; what is absent does not filter. */
export type TicketFilter = Pick<
  ListTicketsQuery,
  'search' | 'category' | 'priority' | 'status' | 'created_from' | 'created_to'
>;

const LABEL_COLUMNS = ['category', 'priority', 'status'] as const;

/** Whether the filter asks for any label. */
export function hasLabels(filter: TicketFilter): boolean {
  return LABEL_COLUMNS.some((column) => filter[column]);
}

/** Whether the filter asks for a text. */
export function isSearch(filter: TicketFilter): boolean {
  return searchTerms(filter.search ?? '').length > 0;
}

/** Adds the conditions of a filter to a query of tickets under the alias `ticket`. */
export function applyFilter<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  filter: TicketFilter,
): SelectQueryBuilder<T> {
  keepLabels(query, filter);
  keepDays(query, filter);
  searchTerms(filter.search ?? '').forEach((term, index) => {
    query.andWhere(`ticket.search_text LIKE ticket_search_text(:term${index})`, {
      [`term${index}`]: containsPattern(term),
    });
  });
  return query;
}

/** Keeps what has the wanted labels: tickets, or their counters, under the alias `ticket`. */
export function keepLabels<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  filter: TicketFilter,
): SelectQueryBuilder<T> {
  for (const column of LABEL_COLUMNS) {
    if (filter[column]) query.andWhere(`ticket.${column} = ANY(:${column})`, { [column]: filter[column] });
  }
  return query;
}

/** Keeps the tickets of the wanted days. */
export function keepDays<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  filter: TicketFilter,
): SelectQueryBuilder<T> {
  if (filter.created_from) query.andWhere(`ticket.createdAt >= :from`, { from: `${filter.created_from}T00:00:00Z` });
  if (filter.created_to) {
    query.andWhere(`ticket.createdAt < :to::timestamptz + interval '24 hours'`, {
      to: `${filter.created_to}T00:00:00Z`,
    });
  }
  return query;
}
