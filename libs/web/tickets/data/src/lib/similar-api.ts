import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { SimilarText, SimilarTicket } from '@docket/contract';
import type { Observable } from 'rxjs';

export type { SimilarText, SimilarTicket };

/** The tickets that the API finds similar, the most similar first. */
@Injectable({ providedIn: 'root' })
export class SimilarApi {
  private readonly http = inject(HttpClient);

  /** Those that are similar to a text. Unsubscribing aborts the request. */
  fetchSimilarTo(text: SimilarText): Observable<readonly SimilarTicket[]> {
    return this.http.post<SimilarTicket[]>('/api/tickets/similar', text);
  }

  /** Those that are similar to a ticket; none are read while the id is undefined. Call in an injection context. */
  similarResource(id: Signal<number | undefined>) {
    return httpResource<readonly SimilarTicket[]>(() => {
      const ticketId = id();
      return ticketId === undefined ? undefined : `/api/tickets/${ticketId}/similar`;
    });
  }
}
