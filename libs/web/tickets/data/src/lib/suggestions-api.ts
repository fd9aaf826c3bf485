import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Classify, FallbackSuggestion, ModelSuggestion } from '@docket/contract';
import type { TicketCategory, TicketPriority } from '@docket/domain';
import { type Observable, map } from 'rxjs';

/** The text that a suggestion is based on. */
export type TicketText = Classify;

/** A suggestion for a ticket. At least one of its properties is there. */
export interface Suggestion {
  readonly category?: TicketCategory;
  readonly priority?: TicketPriority;
  /** The words of the ticket that it goes by; absent if the model gave it. */
  readonly because?: readonly string[];
}

/** The classifier of the API. */
@Injectable({ providedIn: 'root' })
export class SuggestionsApi {
  private readonly http = inject(HttpClient);

  /** Unsubscribing aborts the request. Undefined if there is no suggestion. Fails only if the API itself fails. */
  fetchSuggestion(text: TicketText): Observable<Suggestion | undefined> {
    return this.http.post<ModelSuggestion | FallbackSuggestion>('/api/tickets/classify', text).pipe(map(toSuggestion));
  }
}

function toSuggestion(response: ModelSuggestion | FallbackSuggestion): Suggestion | undefined {
  if (response.used_fallback) return response.local;
  return { category: response.suggested_category, priority: response.suggested_priority };
}
