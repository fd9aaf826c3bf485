import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, computed, inject } from '@angular/core';
import type { Draft, SendMessage, SentMessage, TimelineEntry } from '@docket/contract';
import type { MessageVisibility } from '@docket/domain';
import { ReadAhead, afterPaint } from '@docket/web/http';
import { type Observable, map } from 'rxjs';
import { Timeline } from './timeline';
import { type TimelinePage, toTimelinePage } from './timeline-page';

export type NewMessage = SendMessage;

/** Client of a ticket's conversation: its timeline, its messages, and the person's drafts. */
@Injectable({ providedIn: 'root' })
export class ConversationApi {
  private readonly http = inject(HttpClient);
  private readonly ahead = inject(ReadAhead);

  /**
   * Timeline of a ticket, which loads when the id changes. Call in an injection context.
   * @param isWriting whether the user has begun a message
   */
  timeline(ticketId: Signal<number>, isWriting: () => boolean): Timeline {
    const url = computed(() => timelineUrl(ticketId()));
    const atHand = this.ahead.responseAtHand<TimelineEntry[]>(url);
    const newest = httpResource<TimelineEntry[]>(() => ({ url: url(), ...(atHand() && { context: afterPaint() }) }));
    return new Timeline({ newest, atHand, ticketId, isWriting }, (before) => this.fetchEarlier(ticketId(), before));
  }

  /** Reads ahead the newest entries of a ticket that may be opened next. */
  readAhead(ticketId: number): Observable<unknown> {
    return this.ahead.read(ticketId, timelineUrl(ticketId));
  }

  /** Reads the newest entries, oldest first. */
  fetchNewest(ticketId: number): Observable<readonly TimelineEntry[]> {
    return this.http.get<TimelineEntry[]>(timelineUrl(ticketId)).pipe(map((entries) => entries.toReversed()));
  }

  /** @param before id of the first known entry */
  fetchEarlier(ticketId: number, before: number): Observable<TimelinePage> {
    return this.http
      .get<TimelineEntry[]>(timelineUrl(ticketId), { params: { before }, observe: 'response' })
      .pipe(map(({ body, headers }) => toTimelinePage(body ?? [], headers)));
  }

  /** Sends a message. Fails with 409 `/problems/newer-activity` if there is a reply that the author has not seen. */
  sendMessage(ticketId: number, message: NewMessage): Observable<SentMessage> {
    return this.http.post<SentMessage>(`/api/tickets/${ticketId}/messages`, message);
  }

  /** Reads the text of the person's draft; empty without a draft. */
  fetchDraft(ticketId: number, visibility: MessageVisibility): Observable<string> {
    const url = draftUrl(ticketId, visibility);
    return this.http.get<Draft | null>(url, { context: afterPaint() }).pipe(map((draft) => draft?.body ?? ''));
  }

  /** @param text empty to delete the draft */
  saveDraft(ticketId: number, visibility: MessageVisibility, text: string): Observable<unknown> {
    const url = draftUrl(ticketId, visibility);
    return text ? this.http.put<Draft>(url, { body: text }) : this.http.delete(url);
  }
}

function timelineUrl(ticketId: number): string {
  return `/api/tickets/${ticketId}/timeline`;
}

function draftUrl(ticketId: number, visibility: MessageVisibility): string {
  return `/api/tickets/${ticketId}/draft/${visibility}`;
}
