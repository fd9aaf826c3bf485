import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { SimilarText, SimilarTicket } from '@docket/contract';
import type { Observable } from 'rxjs';

export type { SimilarText, SimilarTicket };

/** Client of the API's similar tickets. The most similar ticket comes first. */
@Injectable({ providedIn: 'root' })
export class SimilarApi {
  private readonly http = inject(HttpClient);

  /** Reads tickets similar to a text. Unsubscribing aborts the request. */
  fetchSimilarTo(text: SimilarText): Observable<readonly SimilarTicket[]> {
    return this.http.post<SimilarTicket[]>('/api/tickets/similar', text);
  }

  /** Resource of the tickets similar to a ticket; idle while the id is undefined. Call in an injection context. */
  similarResource(id: Signal<number | undefined>) {
    return httpResource<readonly SimilarTicket[]>(() => {
      const ticketId = id();
      return ticketId === undefined ? undefined : `/api/tickets/${ticketId}/similar`;
    });
  }
}
