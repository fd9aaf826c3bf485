import { HttpClient } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { Requester } from '@docket/contract';
import { of } from 'rxjs';
import { type Completed, completed } from './completed';

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
}
