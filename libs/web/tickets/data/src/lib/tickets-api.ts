import { HttpClient, type HttpResponse, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { CreateTicketDto, TicketDto, UpdateTicketDto } from '@docket/contract';
import { type Observable, map } from 'rxjs';
import { type TicketFilter, toQueryParams } from './ticket-filter';
import { TicketList } from './ticket-list';

export type Ticket = TicketDto;
export type NewTicket = CreateTicketDto;
export type TicketEdit = UpdateTicketDto;

/** A ticket, and the tag of the version that was read: a guarded change names it. */
export interface VersionedTicket {
  readonly ticket: Ticket;
  readonly etag?: string;
}

/** The tickets of the API. */
@Injectable({ providedIn: 'root' })
export class TicketsApi {
  private readonly http = inject(HttpClient);

  /**
   * One page of the list, read again whenever one of these changes. To be called in an injection context.
   *
   * @param limit of tickets on the page; the API's own one where it is undefined
   */
  list(
    filter: Signal<TicketFilter>,
    cursor: Signal<string | undefined>,
    limit: Signal<number | undefined>,
  ): TicketList {
    const tickets = httpResource<Ticket[]>(() => {
      const params = { ...toQueryParams(filter()), limit: limit()?.toString() ?? null, cursor: cursor() ?? null };
      return { url: '/api/tickets', params: Object.fromEntries(Object.entries(params).filter(isSet)) };
    });
    return new TicketList(tickets);
  }

  /** One ticket, read again whenever the id changes. To be called in an injection context. */
  ticket(id: Signal<number>) {
    return httpResource<Ticket>(() => `/api/tickets/${id()}`);
  }

  /** Fails with 404 when there is no such ticket. */
  read(id: number): Observable<VersionedTicket> {
    return this.http.get<Ticket>(`/api/tickets/${id}`, { observe: 'response' }).pipe(map(versioned));
  }

  create(ticket: NewTicket): Observable<Ticket> {
    return this.http.post<Ticket>('/api/tickets', ticket);
  }

  /** Changes the named fields only. Fails with 412 when the ticket is no longer the version that `etag` names. */
  update(id: number, edit: TicketEdit, etag: string): Observable<VersionedTicket> {
    const options = { headers: { 'If-Match': etag }, observe: 'response' } as const;
    return this.http.patch<Ticket>(`/api/tickets/${id}`, edit, options).pipe(map(versioned));
  }
}

function versioned({ body, headers }: HttpResponse<Ticket>): VersionedTicket {
  if (!body) throw new Error('The API answered without a ticket');
  return { ticket: body, etag: headers.get('etag') ?? undefined };
}

function isSet(parameter: [string, string | null]): parameter is [string, string] {
  return parameter[1] !== null;
}
