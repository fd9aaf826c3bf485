import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { containsPattern, searchTerms } from './search-terms';

/** Which tickets are meant; what is absent does not filter. */
export interface TicketFilter {
  readonly search?: string;
  readonly category?: readonly TicketCategory[];
  readonly priority?: readonly TicketPriority[];
  readonly status?: readonly TicketStatus[];
  readonly created_from?: string;
  readonly created_to?: string;
}

/** What labels a ticket has: the columns, and the filters by them. */
export const LABEL_COLUMNS = ['category', 'priority', 'status'] as const;

/** Whether the filter asks for any label. */
export function hasLabels(filter: TicketFilter): boolean {
  return LABEL_COLUMNS.some((column) => filter[column]);
}

/** Whether the filter asks for a text. */
export function isSearch(filter: TicketFilter): boolean {
  return searchTerms(filter.search ?? '').length > 0;
}

/** How a condition is asked: `indexed`, so that PostgreSQL may read by its index; or `checked`, on what was read otherwise. */
export type Use = 'indexed' | 'checked';

/** A condition to be used so: PostgreSQL finds no index for one that is only a part of another one. */
export function condition(sql: string, use: Use): string {
  return use === 'indexed' ? sql : `(${sql}) IS TRUE`;
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
  use: Use = 'indexed',
): SelectQueryBuilder<T> {
  const { from, to } = dayTimes(filter);
  if (from) query.andWhere(condition(`ticket.createdAt >= :from`, use), { from });
  if (to) query.andWhere(condition(`ticket.createdAt < :to::timestamptz + interval '24 hours'`, use), { to });
  return query;
}

/** The parameters of {@link keepDays}: when the first of the wanted days begins, and the last. */
export function dayTimes({ created_from, created_to }: TicketFilter) {
  return { from: created_from && `${created_from}T00:00:00Z`, to: created_to && `${created_to}T00:00:00Z` };
}

/** Keeps the tickets in which all terms of a search occur. */
export function keepTexts<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  { search = '' }: TicketFilter,
): SelectQueryBuilder<T> {
  searchTerms(search).forEach((text, index) => keepText(query, `text${index}`, text, 'checked'));
  return query;
}

/** Keeps the tickets in which a text occurs. */
export function keepText<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  parameter: string,
  text: string,
  use: Use,
): SelectQueryBuilder<T> {
  const occurs = `ticket.search_text LIKE ticket_search_text(:${parameter})`;
  return query.andWhere(condition(occurs, use), { [parameter]: containsPattern(text) });
}
