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
import { afterPaint } from '@docket/web/http';
import { type Observable, map, of, switchMap } from 'rxjs';

/** The text that a suggestion is based on. */
export type TicketText = Classify;
export type { CalibrationBin, RecordedSuggestion };

/** A suggestion for a ticket. At least one property is set. */
export interface Suggestion {
  readonly category?: TicketCategory;
  readonly priority?: TicketPriority;
  /** Words of the ticket that led to the suggestion; absent if it comes from the language model. */
  readonly because?: readonly string[];
  /** Confidence of the desk's own model in the category, from 0.5 to 1; absent for other sources. */
  readonly confidence?: number;
  /** Accuracy of that model at this confidence; absent if there are too few tickets. */
  readonly calibration?: CalibrationBin;
  /** Source of the suggestion: Gemini, or the API itself. Absent from APIs of earlier versions. */
  readonly provider?: 'gemini' | 'local';
}

/** Response to a request for a suggestion. */
export interface SuggestionAnswer {
  /** Sent with the ticket, to measure the quality of suggestions. */
  readonly id?: string;
  /** Whether to hide the suggestion, so that the person chooses without it. */
  readonly isBlind: boolean;
  /** Whether there is no suggestion because no model is configured and the words of the text are not decisive. This is not a failure. */
  readonly isUndecided: boolean;
  /** Whether the API has nothing that could suggest (`CLASSIFIER=none`). Nothing was asked, so there is nothing to say. */
  readonly isOff: boolean;
  /** Absent if there is no suggestion. */
  readonly suggestion?: Suggestion;
}

/**
 * Hiding of the suggestion: the API may hide it (`share`), must hide it again, or must show it because the person has seen one for this
 * ticket.
 */
export type Hiding = 'share' | 'hide' | 'show';

/** Client of the API's classifier and its record of suggestions. */
@Injectable({ providedIn: 'root' })
export class SuggestionsApi {
  private readonly http = inject(HttpClient);

  /** Requests a suggestion. Unsubscribing aborts the request. Fails only if the API itself fails. */
  fetchSuggestion(text: TicketText, hiding: Hiding): Observable<SuggestionAnswer> {
    const headers = { Prefer: hiding === 'share' ? 'docket-blind' : `docket-blind=${hiding}` };
    return this.http
      .post<ModelSuggestion | FallbackSuggestion>('/api/tickets/classify', text, { headers })
      .pipe(map(toAnswer));
  }

  /** The category suggested when a ticket was filed, and its outcome. Undefined if no suggestion was requested. */
  fetchRecorded(ticketId: number): Observable<RecordedSuggestion | undefined> {
    return this.fetchOfProvider(ticketId).pipe(
      switchMap((recorded) => {
        // The API answers for its first provider. If the language model had no answer, the page showed the API's own suggestion.
        const used = recorded?.outcome === 'answered' ? 'gemini' : 'local';
        return recorded && recorded.provider !== used ? this.fetchOfProvider(ticketId, used) : of(recorded);
      }),
    );
  }

  private fetchOfProvider(ticketId: number, provider?: SuggestionProvider): Observable<RecordedSuggestion | undefined> {
    const params = { ticket_id: ticketId, limit: 1, ...(provider && { provider }) };
    const options = { params, context: afterPaint() };
    return this.http.get<RecordedSuggestion[]>('/api/suggestions', options).pipe(map(([newest]) => newest));
  }
}

function toAnswer(response: ModelSuggestion | FallbackSuggestion): SuggestionAnswer {
  const { suggestion_id: id, blind } = response;
  const suggestion = toSuggestion(response);
  const isUnanswered = response.used_fallback && response.fallback_reason === 'not_configured' && !suggestion;
  // The ledger has a row, with an id, for each text that something looked at.
  return { id, isBlind: blind === true, isUndecided: isUnanswered && !!id, isOff: isUnanswered && !id, suggestion };
}

function toSuggestion(response: ModelSuggestion | FallbackSuggestion): Suggestion | undefined {
  const { provider } = response;
  if (response.used_fallback) return response.local && { ...response.local, provider };
  return { category: response.suggested_category, priority: response.suggested_priority, provider };
}
