import { HttpClient } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { Requester } from '@docket/contract';
import { type Observable, map, of } from 'rxjs';
import { type Completed, completed } from './completed';
import type { Ticket } from './ticket';

/** Maximum number of requesters that a completion needs. */
const COMPLETIONS_MAX = '8';

/** Those who ask for help. */
@Injectable({ providedIn: 'root' })
export class RequestersApi {
  private readonly http = inject(HttpClient);

  /**
   * Requesters whose address or name contains a typed text, if it is not empty; see {@link completed}. Call in an injection context.
   *
   * @param typed undefined while nobody needs them
   */
  completions(typed: Signal<string | undefined>): Signal<Completed<Requester> | undefined> {
    return completed(typed, (contains) =>
      contains.trim()
        ? this.http.get<Requester[]>('/api/requesters', { params: { contains, limit: COMPLETIONS_MAX } })
        : of([]),
    );
  }

  /**
   * The requester with an address, if they have a ticket: null for nobody.
   *
   * @param email without a comma, which separates addresses
   */
  fetchByEmail(email: string): Observable<Requester | null> {
    // Their newest ticket, because the list of requesters is searched by a part of the address only.
    return this.http
      .get<Ticket[]>('/api/tickets', { params: { requester: email, limit: '1' } })
      .pipe(map(([ticket]) => ticket?.requester ?? null));
  }
}
