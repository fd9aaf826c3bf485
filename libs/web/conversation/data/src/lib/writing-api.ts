import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { NotWritten, NotWrittenReason, Sentence, Written } from '@docket/contract';
import type { Observable } from 'rxjs';

export type { NotWrittenReason, Sentence };

/** The model's text, or the reason why there is none. */
export type Writing = Written | NotWritten;

/** Client for texts of the language model about a conversation. */
@Injectable({ providedIn: 'root' })
export class WritingApi {
  private readonly http = inject(HttpClient);

  /** Drafts a reply. Unsubscribing aborts the request. */
  draftReply(ticketId: number): Observable<Writing> {
    return this.http.post<Writing>(`/api/tickets/${ticketId}/draft`, null);
  }

  /** Summarises a ticket. Unsubscribing aborts the request. */
  summarize(ticketId: number): Observable<Writing> {
    return this.http.post<Writing>(`/api/tickets/${ticketId}/summary`, null);
  }
}
