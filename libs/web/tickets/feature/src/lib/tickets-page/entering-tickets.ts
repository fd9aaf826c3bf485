import { TICKET_PRIORITIES, type TicketSort } from '@docket/domain';
import { nodesOf, parseTicketQuery } from '@docket/ticket-query';
import type { Ticket, TicketFilter, TicketPage } from '@docket/web/tickets/data';
import { queryTextOf } from '../query-box/query-text';
import { ticketMatcher } from '../query-box/ticket-matcher';

/** The displayed first page of a list. */
export interface FirstPage {
  readonly page: TicketPage;
  readonly filter: TicketFilter;
  readonly sort: TicketSort | undefined;
  /** Id of the signed-in person, if any. */
  readonly userId: number | undefined;
}

/**
 * The tickets that a reload would add to the first page. Undefined if only the API can tell: some tickets match all filters of a query that
 * also has words.
 */
export function enteringTickets(tickets: readonly Ticket[], list: FirstPage): readonly Ticket[] | undefined {
  const query = queryTextOf(list.filter);
  const matching = tickets.filter(ticketMatcher(query, list.userId));
  const hasWords = nodesOf(parseTicketQuery(query)).some(({ kind }) => kind !== 'filter');
  if (hasWords) return matching.length ? undefined : [];
  return matching.filter((ticket) => isWithin(list, ticket));
}

/** Whether a ticket belongs on the page. Compares it with all rows, because updated rows may be out of order. */
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
