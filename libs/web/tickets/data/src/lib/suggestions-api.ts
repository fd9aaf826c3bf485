import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { ClassificationDto, ClassifyDto } from '@docket/contract';
import type { Observable } from 'rxjs';

/** What a suggestion is made from. */
export type TicketText = ClassifyDto;

/** A category and a priority for a ticket, or the fallback in their place (`used_fallback`). */
export type Suggestion = ClassificationDto;

/** What the classifier thinks of a ticket that is being written. */
@Injectable({ providedIn: 'root' })
export class SuggestionsApi {
  private readonly http = inject(HttpClient);

  /** Unsubscribing aborts the request. Fails only when the API itself is away: a model that is away is a fallback. */
  suggest(text: TicketText): Observable<Suggestion> {
    return this.http.post<Suggestion>('/api/tickets/classify', text);
  }
}
