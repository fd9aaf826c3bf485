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
  /** The words of the ticket that it goes by; absent if the language model gave it. */
  readonly because?: readonly string[];
  /** How sure the desk's own model is of the category, from 0.5 to 1; absent if anything else suggested it. */
  readonly confidence?: number;
}

/** What the API answers to a text. */
export interface SuggestionAnswer {
  /** Goes with the ticket, so that the quality of suggestions is measured. */
  readonly id?: string;
  /** Whether to hide the suggestion, so that the person chooses alone. */
  readonly isBlind: boolean;
  /** Absent if there is none. */
  readonly suggestion?: Suggestion;
}

/** Whether the API may hide a suggestion, must do so again, or must not, because the person has seen one for this ticket. */
export type Hiding = 'share' | 'hide' | 'show';

/** The classifier of the API. */
@Injectable({ providedIn: 'root' })
export class SuggestionsApi {
  private readonly http = inject(HttpClient);

  /** Unsubscribing aborts the request. Fails only if the API itself fails. */
  fetchSuggestion(text: TicketText, hiding: Hiding): Observable<SuggestionAnswer> {
    const headers = { Prefer: hiding === 'share' ? 'docket-blind' : `docket-blind=${hiding}` };
    return this.http
      .post<ModelSuggestion | FallbackSuggestion>('/api/tickets/classify', text, { headers })
      .pipe(map(toAnswer));
  }
}

function toAnswer(response: ModelSuggestion | FallbackSuggestion): SuggestionAnswer {
  return { id: response.suggestion_id, isBlind: response.blind === true, suggestion: toSuggestion(response) };
}

function toSuggestion(response: ModelSuggestion | FallbackSuggestion): Suggestion | undefined {
  if (response.used_fallback) return response.local;
  return { category: response.suggested_category, priority: response.suggested_priority };
}
