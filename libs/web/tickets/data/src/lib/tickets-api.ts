import { HttpClient, type HttpResponse, httpResource } from '@angular/common/http';
import type { TicketSort } from '@docket/domain';
import { Injectable, type Signal, computed, inject } from '@angular/core';
import { ReadAhead, afterPaint } from '@docket/web/http';
import { type Observable, map } from 'rxjs';
import type { NewTicket, Ticket, TicketEdit, VersionedTicket } from './ticket';
import { type TicketFilter, toQueryParams } from './ticket-filter';
import { TicketList } from './ticket-list';

/** The API's operations on tickets. Resources reload when their signals change; other methods send one request. */
@Injectable({ providedIn: 'root' })
export class TicketsApi {
  private readonly http = inject(HttpClient);
  private readonly ahead = inject(ReadAhead);

  /**
   * Resource of a page of the list. Reloads when a parameter changes. Call in an injection context.
   *
   * @param limit tickets on the page; the API's default if undefined
   * @param sort the API's default, newest first, if undefined
   */
  listResource(
    filter: Signal<TicketFilter>,
    cursor: Signal<string | undefined>,
    limit: Signal<number | undefined>,
    sort: Signal<TicketSort | undefined>,
  ): TicketList {
    const params = computed(() => listParams(filter(), cursor(), limit(), sort()));
    const tickets = httpResource<Ticket[]>(() => ({ url: '/api/tickets', params: params() }));
    return new TicketList(
      tickets,
      computed(() => JSON.stringify(params())),
    );
  }

  /** Reads the first ticket of a cursor's page, in the direction of the cursor; undefined if there is none. */
  fetchNeighbour(filter: TicketFilter, cursor: string, sort?: TicketSort): Observable<Ticket | undefined> {
    return this.http
      .get<Ticket[]>('/api/tickets', { params: listParams(filter, cursor, 1, sort) })
      .pipe(map(([first]) => first));
  }

  /**
   * Resource of a ticket, which reloads when the id changes, and a response read ahead to show until it has loaded. Call in an injection
   * context.
   */
  ticketResource(id: Signal<number>) {
    const url = computed(() => ticketUrl(id()));
    const atHand = this.ahead.responseAtHand<Ticket>(url);
    const resource = httpResource<Ticket>(() => ({ url: url(), ...(atHand() && { context: afterPaint() }) }));
    return { resource, atHand };
  }

  /** Reads ahead a ticket that may be opened next. */
  readAhead(id: number): Observable<unknown> {
    return this.ahead.read(id, ticketUrl(id));
  }

  /** Reads a ticket. Fails with 404 if it does not exist. */
  fetchTicket(id: number): Observable<VersionedTicket> {
    return this.http.get<Ticket>(ticketUrl(id), { observe: 'response' }).pipe(map(toVersioned));
  }

  /** @param key the same for each attempt to file a ticket, so that it is stored only once */
  createTicket(ticket: NewTicket, key: string): Observable<Ticket> {
    return this.http.post<Ticket>('/api/tickets', ticket, { headers: { 'Idempotency-Key': key } });
  }

  /** Updates only the given fields, after the frame that shows them. Fails with 412 if `etag` is not the current version. */
  updateTicket(id: number, edit: TicketEdit, etag: string): Observable<VersionedTicket> {
    const options = { headers: { 'If-Match': etag }, observe: 'response', context: afterPaint() } as const;
    return this.http.patch<Ticket>(ticketUrl(id), edit, options).pipe(map(toVersioned));
  }
}

function ticketUrl(id: number): string {
  return `/api/tickets/${id}`;
}

/** Query parameters of a page of the list. */
export function listParams(
  filter: TicketFilter,
  cursor?: string,
  limit?: number,
  sort?: TicketSort,
): Record<string, string> {
  const page = { limit: limit?.toString() ?? null, sort: sort ?? null, cursor: cursor ?? null };
  const params = { ...toQueryParams(filter), ...page };
  return Object.fromEntries(Object.entries(params).filter(isSet));
}

function toVersioned({ body, headers }: HttpResponse<Ticket>): VersionedTicket {
  if (!body) throw new Error('The response contains no ticket');
  return { ticket: body, etag: headers.get('etag') ?? undefined };
}

function isSet(parameter: [string, string | null]): parameter is [string, string] {
  return parameter[1] !== null;
}
