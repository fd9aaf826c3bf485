import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import {
  type NewTicket,
  type Suggestion,
  type SuggestionAnswer,
  SuggestionsApi,
  type TicketText,
} from '@docket/web/tickets/data';
import { type Subscription, Subject } from 'rxjs';

/** Pause in typing before the request, in ms. */
export const TYPING_PAUSE_MS = 600;

/**
 * Requests suggestions for a draft after a pause in typing, or when the user leaves a field. Requests each text only once, and drops the
 * response if the text has changed.
 */
@Injectable()
export class PropertySuggester {
  private readonly api = inject(SuggestionsApi);
  private text: TicketText = { description: '' };
  private requestedText?: TicketText;
  private timer?: ReturnType<typeof setTimeout>;
  private request?: Subscription;
  private readonly received = new Subject<Suggestion>();
  /** Id of the last response, and the time at which its suggestion was shown. */
  private answered?: { readonly id?: string; readonly shownAt?: Date };
  private hasShown = false;

  /** True while a request is pending. */
  readonly isPending = signal(false);
  /** Whether the last request gave no suggestion: the model failed, and the words of the text were not decisive. */
  readonly isUnavailable = signal(false);
  /** Whether the words alone were not decisive: without a configured model, none has failed. */
  readonly isUndecided = signal(false);
  /** Whether nothing is configured that could suggest. */
  readonly isOff = signal(false);
  /** Whether the suggestions for this draft are hidden, to measure them by the user's own choice. */
  readonly isBlind = signal(false);
  readonly suggestions = this.received.asObservable();
  /** The last suggestion; undefined if there was none. */
  readonly last = signal<Suggestion | undefined>(undefined);

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
    const hiding = this.isBlind() ? 'hide' : this.hasShown ? 'show' : 'share';
    this.request = this.api.fetchSuggestion(text, hiding).subscribe({
      next: (answer) => this.handleResponse(text, answer),
      error: () => this.handleResponse(text), // the page treats a failure like a missing suggestion
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

  /** Call when the page shows the last suggestion. Do not call it if the user chose a suggested property without seeing it. */
  markShown(): void {
    this.hasShown = true;
    this.answered = { ...this.answered, shownAt: new Date() };
  }

  /** Fields of the request that tell the API which suggestion the person saw. */
  toReport(): Pick<NewTicket, 'suggestion_id' | 'suggestion_shown'> {
    const { id, shownAt } = this.answered ?? {};
    return { ...(id && { suggestion_id: id }), ...(id && shownAt && { suggestion_shown: shownAt.toISOString() }) };
  }

  /** Resets the state for another ticket. */
  reset(): void {
    this.cancel();
    this.answered = undefined;
    this.hasShown = false;
    this.isBlind.set(false);
    this.isUnavailable.set(false);
    this.last.set(undefined);
  }

  private handleResponse(text: TicketText, answer?: SuggestionAnswer): void {
    if (text !== this.text) return;
    const suggestion = answer?.suggestion;
    this.isPending.set(false);
    this.isUnavailable.set(!suggestion);
    this.isUndecided.set(answer?.isUndecided === true);
    this.isOff.set(answer?.isOff === true);
    this.last.set(suggestion);
    if (answer) this.answered = { id: answer.id };
    if (answer?.isBlind) this.isBlind.set(true);
    if (suggestion && !this.isBlind()) this.received.next(suggestion);
  }
}

function isSame(one: TicketText, other?: TicketText): boolean {
  return one.title === other?.title && one.description === other?.description;
}
