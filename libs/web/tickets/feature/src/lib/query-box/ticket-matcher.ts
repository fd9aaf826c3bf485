import {
  type DayRange,
  type QueryFilter,
  type QueryValue,
  isPropertyKey,
  nameKey,
  nodesOf,
  parseTicketQuery,
} from '@docket/ticket-query';
import type { Ticket } from '@docket/web/tickets/data';

/**
 * Returns a predicate for the filters of a query. Ignores its words: only the API can match text, and a ticket that matched rarely stops.
 * @param userId the signed-in person, if any
 */
export function ticketMatcher(query: string, userId: number | undefined): (ticket: Ticket) => boolean {
  const filters = nodesOf(parseTicketQuery(query)).filter((node) => node.kind === 'filter');
  return (ticket) => filters.every((filter) => matches(ticket, filter, userId));
}

function matches(ticket: Ticket, { key, negated, values }: QueryFilter, userId: number | undefined): boolean {
  const hasOne = values.some((value) => {
    if (value.kind === 'days') return isWithin(ticket.created_at, value);
    if (isPropertyKey(key)) return isText(value, ticket[key]);
    if (key === 'tag') return (ticket.tags ?? []).some((tag) => isText(value, tag));
    if (key === 'requester') return isText(value, ticket.requester?.email);
    return isNamed(value, key === 'assignee' ? ticket.assignee : ticket.team, userId);
  });
  return hasOne !== negated;
}

function isWithin(time: string, { from, to }: DayRange): boolean {
  const day = new Date(time).toISOString().slice(0, 10);
  return (!from || day >= from) && (!to || day <= to);
}

function isNamed(value: QueryValue, named: { id: number; name: string } | undefined, userId: number | undefined) {
  if (value.kind === 'none') return !named;
  if (value.kind === 'me') return named !== undefined && named.id === userId;
  return value.kind === 'id' ? named?.id === value.id : isText(value, named?.name);
}

function isText(value: QueryValue, text: string | undefined): boolean {
  return value.kind === 'text' && text !== undefined && nameKey(value.text) === nameKey(text);
}
