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
  /** True if the last request gave no suggestion: the model failed, and the words of the text do not say enough. */
  readonly isUnavailable = signal(false);
  readonly suggestions = this.received.asObservable();
  /** The words that the last suggestion goes by; empty if the model gave it. */
  readonly because = signal<readonly string[]>([]);

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
      error: () => this.handleResponse(text), // the page shows the same as without a suggestion
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
    this.isUnavailable.set(!suggestion);
    this.because.set(suggestion?.because ?? []);
    if (suggestion) this.received.next(suggestion);
  }
}

function isSame(one: TicketText, other?: TicketText): boolean {
  return one.title === other?.title && one.description === other?.description;
}
