import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ListTicketsQuery } from './list-tickets.query';
import { containsPattern, hasIndexedWord, hasRareCharacter, longestWords, searchTerms } from './search-terms';

/** Which tickets are meant; what is absent does not filter. */
export type TicketFilter = Pick<
  ListTicketsQuery,
  'search' | 'category' | 'priority' | 'status' | 'created_from' | 'created_to'
>;

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

/**
 * How a condition is asked: `indexed`, so that PostgreSQL may read by its index; or `checked`, on what was read otherwise. An
 * index that has a third of all tickets for a condition costs more than it saves.
 */
export type Use = 'indexed' | 'checked';

/** Keeps what has the wanted labels: tickets, or their counters, under the alias `ticket`. */
export function keepLabels<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  filter: TicketFilter,
  use: Use = 'indexed',
): SelectQueryBuilder<T> {
  for (const column of LABEL_COLUMNS) {
    const condition = `ticket.${column} = ANY(:${column})`;
    // PostgreSQL finds no index for a condition that is only a part of another one.
    if (filter[column])
      query.andWhere(use === 'indexed' ? condition : `(${condition}) IS TRUE`, { [column]: filter[column] });
  }
  return query;
}

/** Keeps the tickets of the wanted days. */
export function keepDays<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  filter: TicketFilter,
): SelectQueryBuilder<T> {
  const { from, to } = dayTimes(filter);
  if (from) query.andWhere(`ticket.createdAt >= :from`, { from });
  if (to) query.andWhere(`ticket.createdAt < :to::timestamptz + interval '24 hours'`, { to });
  return query;
}

/** The parameters of {@link keepDays}: when the first of the wanted days begins, and the last. */
export function dayTimes({ created_from, created_to }: TicketFilter) {
  return { from: created_from && `${created_from}T00:00:00Z`, to: created_to && `${created_to}T00:00:00Z` };
}

/**
 * Keeps the tickets in which all terms of a search occur. LIKE is for what the index of texts is to answer; where it knows
 * nothing of use, or too much, `strpos` says the same without asking it.
 */
export function keepTexts<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  filter: TicketFilter,
  use: Use = 'indexed',
): SelectQueryBuilder<T> {
  const terms = searchTerms(filter.search ?? '');
  const indexed = use === 'indexed' && hasIndexedWord(terms) ? (longestWords(terms) ?? terms) : [];
  indexed.forEach((text, index) => {
    query.andWhere(`ticket.search_text LIKE ticket_search_text(:text${index})`, {
      [`text${index}`]: containsPattern(text),
    });
  });
  if (use === 'indexed' && indexed.length === 0 && hasRareCharacter(terms)) {
    query.andWhere(
      'ticket_rare_characters(ticket.search_text) @> ticket_rare_characters(ticket_search_text(:characters))',
      { characters: terms.join('') },
    );
  }
  if (indexed !== terms) {
    terms.forEach((term, index) => {
      query.andWhere(`strpos(ticket.search_text, ticket_search_text(:term${index})) > 0`, { [`term${index}`]: term });
    });
  }
  return query;
}
