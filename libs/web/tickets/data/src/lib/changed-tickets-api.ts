import { HttpClient, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { TicketSort } from '@docket/domain';
import { readLinkParameter } from '@docket/web/http';
import { type Observable, map } from 'rxjs';
import type { Ticket } from './ticket';
import type { TicketFilter } from './ticket-filter';
import { type TicketPage, toTicketPage } from './ticket-page';
import { listParams } from './tickets-api';

/** Maximum number of tickets that {@link ChangedTicketsApi.fetchTickets} reads. */
export const FETCHED_TICKETS_MAX = 200;

/** Tickets read by their ids. Those that do not exist are missing. */
export interface FoundTickets {
  readonly tickets: readonly Ticket[];
  /** Ids to request again: a response has at most 1 MB of text, and the API left these out. */
  readonly rest: readonly number[];
}

/** Reads tickets that may have changed. Each method sends one request. */
@Injectable({ providedIn: 'root' })
export class ChangedTicketsApi {
  private readonly http = inject(HttpClient);

  /** The first page of the list. */
  fetchFirstPage(filter: TicketFilter, limit?: number, sort?: TicketSort): Observable<TicketPage> {
    const params = listParams(filter, undefined, limit, sort);
    return this.http
      .get<Ticket[]>('/api/tickets', { params, observe: 'response' })
      .pipe(map(({ body, headers }) => toTicketPage(body ?? [], headers)));
  }

  /** Reads tickets by their ids, at most {@link FETCHED_TICKETS_MAX}. */
  fetchTickets(ids: readonly number[]): Observable<FoundTickets> {
    return this.http
      .get<Ticket[]>('/api/tickets', { params: { ids: ids.join() }, observe: 'response' })
      .pipe(map(toFoundTickets));
  }
}

function toFoundTickets({ body, headers }: HttpResponse<Ticket[]>): FoundTickets {
  const rest = readLinkParameter(headers, 'next', 'ids');
  return { tickets: body ?? [], rest: rest ? rest.split(',').map(Number) : [] };
}
