import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Classify, FallbackSuggestion, ModelSuggestion } from '@docket/contract';
import type { Observable } from 'rxjs';

/** The text that a suggestion is based on. */
export type TicketText = Classify;

/** A suggested category and priority, or fallback values (`used_fallback`). */
export type Suggestion = ModelSuggestion | FallbackSuggestion;

/** The classifier of the API. */
@Injectable({ providedIn: 'root' })
export class SuggestionsApi {
  private readonly http = inject(HttpClient);

  /** Unsubscribing aborts the request. Fails only if the API itself fails; a failed model gives fallback values. */
  fetchSuggestion(text: TicketText): Observable<Suggestion> {
    return this.http.post<Suggestion>('/api/tickets/classify', text);
  }
}
