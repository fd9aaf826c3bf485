import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  CalibrationBin,
  Classify,
  FallbackSuggestion,
  ModelSuggestion,
  Suggestion as RecordedSuggestion,
  SuggestionProvider,
} from '@docket/contract';
import type { TicketCategory, TicketPriority } from '@docket/domain';
import { type Observable, map, of, switchMap } from 'rxjs';

/** The text that a suggestion is based on. */
export type TicketText = Classify;
export type { CalibrationBin, RecordedSuggestion };

/** A suggestion for a ticket. At least one of its properties is there. */
export interface Suggestion {
  readonly category?: TicketCategory;
  readonly priority?: TicketPriority;
  /** The words of the ticket that it goes by; absent if the language model gave it. */
  readonly because?: readonly string[];
  /** How sure the desk's own model is of the category, from 0.5 to 1; absent if anything else suggested it. */
  readonly confidence?: number;
  /** How often that model was right when it was so sure; absent for too few tickets. */
  readonly calibration?: CalibrationBin;
  /** Who suggests: Gemini, or the API itself. Absent if an API of an earlier version does not say. */
  readonly provider?: 'gemini' | 'local';
}

/** What the API answers to a text. */
export interface SuggestionAnswer {
  /** Goes with the ticket, so that the quality of suggestions is measured. */
  readonly id?: string;
  /** Whether to hide the suggestion, so that the person chooses alone. */
  readonly isBlind: boolean;
  /** Whether there is none because no model is set up, and the words of the text do not say enough: nothing has failed. */
  readonly isUndecided: boolean;
  /** Absent if there is none. */
  readonly suggestion?: Suggestion;
}

/** Whether the API may hide a suggestion, must do so again, or must not, because the person has seen one for this ticket. */
export type Hiding = 'share' | 'hide' | 'show';

/** The classifier of the API, and its ledger. */
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

  /** The category that was suggested for a ticket when it was filed, and what became of it. Undefined if nobody asked for one. */
  fetchRecorded(ticketId: number): Observable<RecordedSuggestion | undefined> {
    return this.fetchOfProvider(ticketId).pipe(
      switchMap((recorded) => {
        // The API answers for its first provider. People saw what it suggested itself if the language model had no answer.
        const used = recorded?.outcome === 'answered' ? 'gemini' : 'local';
        return recorded && recorded.provider !== used ? this.fetchOfProvider(ticketId, used) : of(recorded);
      }),
    );
  }

  private fetchOfProvider(ticketId: number, provider?: SuggestionProvider): Observable<RecordedSuggestion | undefined> {
    const params = { ticket_id: ticketId, limit: 1, ...(provider && { provider }) };
    return this.http.get<RecordedSuggestion[]>('/api/suggestions', { params }).pipe(map(([newest]) => newest));
  }
}

function toAnswer(response: ModelSuggestion | FallbackSuggestion): SuggestionAnswer {
  const suggestion = toSuggestion(response);
  const isUndecided = response.used_fallback && response.fallback_reason === 'not_configured' && !suggestion;
  return { id: response.suggestion_id, isBlind: response.blind === true, isUndecided, suggestion };
}

function toSuggestion(response: ModelSuggestion | FallbackSuggestion): Suggestion | undefined {
  const { provider } = response;
  if (response.used_fallback) return response.local && { ...response.local, provider };
  return { category: response.suggested_category, priority: response.suggested_priority, provider };
}
