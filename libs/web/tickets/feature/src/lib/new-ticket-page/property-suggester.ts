import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type Suggestion, SuggestionsApi, type TicketText } from '@docket/web/tickets/data';
import { type Subscription, Subject } from 'rxjs';

/** Pause in typing before the request, in ms. */
export const TYPING_PAUSE_MS = 600;

/**
 * Requests suggestions for a draft after a pause in typing, or when the user leaves a field. Requests each text only once,
 * and drops the response if the text has changed.
 */
@Injectable()
export class PropertySuggester {
  private readonly api = inject(SuggestionsApi);
  private text: TicketText = { description: '' };
  private requestedText?: TicketText;
  private timer?: ReturnType<typeof setTimeout>;
  private request?: Subscription;
  private readonly received = new Subject<Suggestion>();

  /** True while a request is pending. */
  readonly isPending = signal(false);
  /** True if the last request gave no suggestion, because the model or the API failed. */
  readonly isUnavailable = signal(false);
  /** Suggestions of the model, without fallbacks. */
  readonly suggestions = this.received.asObservable();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.cancel());
  }

  /** Call on every change of a text that is long enough for a suggestion. */
  setText(text: TicketText): void {
    if (isSame(text, this.text)) return;
    this.cancel();
    this.text = text;
    this.timer = setTimeout(() => this.requestNow(), TYPING_PAUSE_MS);
  }

  /** Skips the pause. Does nothing if the text was requested before. */
  requestNow(): void {
    clearTimeout(this.timer);
    const text = this.text;
    if (isSame(text, this.requestedText)) return;
    this.requestedText = text;
    this.isPending.set(true);
    this.request = this.api.fetchSuggestion(text).subscribe({
      next: (suggestion) => this.handleResponse(text, suggestion),
      error: () => this.handleResponse(text), // the page shows the same as for a fallback
    });
  }

  /** Aborts a pending request and drops its response. */
  cancel(): void {
    clearTimeout(this.timer);
    if (!this.isPending()) return;
    this.request?.unsubscribe();
    this.requestedText = undefined;
    this.isPending.set(false);
  }

  private handleResponse(text: TicketText, suggestion?: Suggestion): void {
    if (text !== this.text) return;
    this.isPending.set(false);
    const isUnavailable = !suggestion || suggestion.used_fallback;
    this.isUnavailable.set(isUnavailable);
    if (!isUnavailable) this.received.next(suggestion);
  }
}

function isSame(one: TicketText, other?: TicketText): boolean {
  return one.title === other?.title && one.description === other?.description;
}
