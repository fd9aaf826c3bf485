import type { HttpHeaders } from '@angular/common/http';
import type { Ticket } from './ticket';

/** The cursors of the pages after and before a page, or a ticket. */
export interface PageCursors {
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

/** One page of the list, with the cursors of the pages next to it. */
export interface TicketPage extends PageCursors {
  readonly tickets: readonly Ticket[];
  /** Matches on all pages; a lower bound unless `isExact`. Undefined if the API gives no total. */
  readonly total?: number;
  readonly isExact: boolean;
}

/** Adds the totals and cursors, which the API sends as headers because the body is a bare array. */
export function toTicketPage(tickets: readonly Ticket[], headers: HttpHeaders | undefined): TicketPage {
  const total = headers?.get('x-total-count');
  return {
    tickets,
    total: total ? Number(total) : undefined,
    isExact: headers?.get('x-total-count-relation') !== 'gte',
    ...readCursors(headers),
  };
}

/** The cursors in the Link header of a page or a ticket. */
export function readCursors(headers: HttpHeaders | undefined): PageCursors {
  const links = headers?.get('link') ?? '';
  return { nextCursor: readCursor(links, 'next'), previousCursor: readCursor(links, 'prev') };
}

/** The cursor in `Link: </api/tickets?cursor=…>; rel="next"` (RFC 8288). */
function readCursor(links: string, relation: 'next' | 'prev'): string | undefined {
  for (const [, url = '', attributes = ''] of links.matchAll(/<([^<>]*)>([^,<]*)/g)) {
    if (!new RegExp(`rel="?${relation}"?`).test(attributes)) continue;
    return new URL(url, 'http://localhost').searchParams.get('cursor') ?? undefined;
  }
  return undefined;
}
