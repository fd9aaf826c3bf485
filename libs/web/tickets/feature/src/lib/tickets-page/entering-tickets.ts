import { TICKET_PRIORITIES, type TicketSort } from '@docket/domain';
import { nodesOf, parseTicketQuery } from '@docket/ticket-query';
import type { Ticket, TicketFilter, TicketPage } from '@docket/web/tickets/data';
import { queryTextOf } from '../query-box/query-text';
import { ticketMatcher } from '../query-box/ticket-matcher';

/** The first page of a list, as it is shown. */
export interface FirstPage {
  readonly page: TicketPage;
  readonly filter: TicketFilter;
  readonly sort: TicketSort | undefined;
  /** The person who asks, if somebody is signed in. */
  readonly userId: number | undefined;
}

/**
 * The tickets that a first page would show if it were loaded again. Undefined if only the API knows: some tickets match all filters of a
 * query that also has words.
 */
export function enteringTickets(tickets: readonly Ticket[], list: FirstPage): readonly Ticket[] | undefined {
  const query = queryTextOf(list.filter);
  const matching = tickets.filter(ticketMatcher(query, list.userId));
  const hasWords = nodesOf(parseTicketQuery(query)).some(({ kind }) => kind !== 'filter');
  if (hasWords) return matching.length ? undefined : [];
  return matching.filter((ticket) => isWithin(list, ticket));
}

/** A row may have changed in its place, so the last one need not be the last of the order. */
function isWithin({ page, sort }: FirstPage, ticket: Ticket): boolean {
  return !page.nextCursor || page.tickets.some((row) => isBefore(ticket, row, sort));
}

function isBefore(one: Ticket, other: Ticket, sort: TicketSort = 'newest'): boolean {
  const rank = sort === 'priority' ? rankOf(one) - rankOf(other) : 0;
  if (rank !== 0) return rank > 0;
  const age = Date.parse(other.created_at) - Date.parse(one.created_at) || other.id - one.id;
  return sort === 'oldest' ? age > 0 : age < 0;
}

function rankOf({ priority }: Ticket): number {
  return TICKET_PRIORITIES.indexOf(priority);
}
