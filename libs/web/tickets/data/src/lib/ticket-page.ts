import type { HttpHeaders } from '@angular/common/http';
import { type PageCursors, readCursors } from '@docket/web/http';
import type { Ticket } from './ticket';

/** One page of the list, with the cursors of the pages next to it. */
export interface TicketPage extends PageCursors {
  readonly tickets: readonly Ticket[];
  /** Number of matches on all pages; a lower bound unless `isExact`. Undefined if the API sends no total. */
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
