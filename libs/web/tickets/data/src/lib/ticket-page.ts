import type { HttpHeaders } from '@angular/common/http';
import type { Ticket } from './tickets-api';

/** One page of the list, and where the next and the previous one begin. */
export interface TicketPage {
  readonly tickets: readonly Ticket[];
  /** Number of matches on all pages; at least so many unless `isExact`. Unknown when the API does not say. */
  readonly total?: number;
  readonly isExact: boolean;
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

/** What the API says in headers about a page, because its body is a bare array. */
export function toTicketPage(tickets: readonly Ticket[], headers: HttpHeaders | undefined): TicketPage {
  const total = headers?.get('x-total-count');
  const links = headers?.get('link') ?? '';
  return {
    tickets,
    total: total ? Number(total) : undefined,
    isExact: headers?.get('x-total-count-relation') !== 'gte',
    nextCursor: cursorOf(links, 'next'),
    previousCursor: cursorOf(links, 'prev'),
  };
}

/** The cursor in `Link: </api/tickets?cursor=…>; rel="next"` (RFC 8288). */
function cursorOf(links: string, relation: 'next' | 'prev'): string | undefined {
  for (const [, address = '', attributes = ''] of links.matchAll(/<([^>]*)>([^,<]*)/g)) {
    if (!new RegExp(`rel="?${relation}"?`).test(attributes)) continue;
    return new URL(address, 'http://localhost').searchParams.get('cursor') ?? undefined;
  }
  return undefined;
}
