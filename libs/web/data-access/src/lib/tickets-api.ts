import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { CreateTicketDto, TicketDto } from '@docket/contract';
import type { Observable } from 'rxjs';

export type Ticket = TicketDto;
export type NewTicket = CreateTicketDto;

/** The tickets of the API. */
@Injectable({ providedIn: 'root' })
export class TicketsApi {
  private readonly http = inject(HttpClient);

  /** To be called in an injection context. */
  tickets() {
    return httpResource<Ticket[]>(() => '/api/tickets/', { defaultValue: [] });
  }

  create(ticket: NewTicket): Observable<Ticket> {
    return this.http.post<Ticket>('/api/tickets/', ticket);
  }
}
