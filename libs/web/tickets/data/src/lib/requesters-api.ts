import { HttpClient } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { Requester } from '@docket/contract';
import { type Observable, map, of } from 'rxjs';
import { type Completed, completed } from './completed';
import type { Ticket } from './ticket';

/** Maximum number of requesters in a completion. */
const COMPLETIONS_MAX = '8';

/** Client of the API's requesters. */
@Injectable({ providedIn: 'root' })
export class RequestersApi {
  private readonly http = inject(HttpClient);

  /**
   * Requesters whose address or name contains the typed text; none for an empty text. See {@link completed}. Call in an injection context.
   *
   * @param typed undefined while no completion is needed
   */
  completions(typed: Signal<string | undefined>): Signal<Completed<Requester> | undefined> {
    return completed(typed, (contains) =>
      contains.trim()
        ? this.http.get<Requester[]>('/api/requesters', { params: { contains, limit: COMPLETIONS_MAX } })
        : of([]),
    );
  }

  /**
   * Reads the requester with an address; null if no ticket has that requester.
   *
   * @param email without a comma, which separates addresses
   */
  fetchByEmail(email: string): Observable<Requester | null> {
    // Reads the newest ticket, because the list of requesters matches parts of addresses.
    return this.http
      .get<Ticket[]>('/api/tickets', { params: { requester: email, limit: '1' } })
      .pipe(map(([ticket]) => ticket?.requester ?? null));
  }
}
