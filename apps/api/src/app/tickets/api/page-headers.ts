import type { ListTicketsDto } from './list-tickets.dto';
import { type PageCursor, encodeCursor } from '../../platform/database/page-cursor';
import { rankOf } from '../list/find-by-priority';
import type { TicketPage } from '../list/ticket-list';
import type { FoundById } from '../list/tickets-by-id';
import type { TicketRow } from '../model/ticket-row';

const PATH = '/api/tickets/';

/** Headers of a page: the number of matches, and links (RFC 8288) to the previous and next page with the same filters. */
export function pageHeaders({ count, next, prev }: TicketPage, query: ListTicketsDto): Record<string, string> {
  const links = [next, prev].flatMap((cursor) => (cursor ? [link(query, cursor)] : []));
  return {
    'X-Total-Count': String(count.total),
    'X-Total-Count-Relation': count.relation,
    ...(links.length > 0 && { Link: links.join(', ') }),
  };
}

/** Headers of tickets requested by id: the ids without a ticket, and a link to the tickets that do not fit on the page. */
export function headersOfIds({ total, missing, rest }: FoundById): Record<string, string> {
  return {
    'X-Total-Count': String(total),
    'X-Total-Count-Relation': 'eq',
    ...(missing.length > 0 && { 'Docket-Missing': missing.join(', ') }),
    ...(rest.length > 0 && { Link: `<${PATH}?ids=${rest.join(',')}>; rel="next"` }),
  };
}

/** Links from a ticket to the list pages that start after it (`next`) and before it (`prev`). The cursors are valid in every sort order. */
export function neighbourLinks({ id, created_at, priority }: TicketRow): string {
  const key = { id, created_at, rank: rankOf(priority) };
  return (['next', 'prev'] as const).map((direction) => link({}, { ...key, direction })).join(', ');
}

function link(query: ListTicketsDto, cursor: PageCursor): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && name !== 'cursor') search.set(name, String(value)); // joins a list with commas
  }
  search.set('cursor', encodeCursor(cursor));
  return `<${PATH}?${search.toString()}>; rel="${cursor.direction}"`;
}
