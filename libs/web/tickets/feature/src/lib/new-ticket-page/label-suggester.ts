import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type Suggestion, SuggestionsApi, type TicketText } from '@docket/web/tickets/data';
import { SUGGESTION_MIN_LENGTH } from '@docket/domain';
import { type Subscription, Subject } from 'rxjs';
import { countCodePoints } from './code-points';

/** How long the user has to pause before a suggestion is asked for, in milliseconds. */
export const TYPING_PAUSE = 600;

/**
 * Asks for suggestions while a ticket is being written: after a pause in typing, or when a field is left, and never
 * twice for one text. An answer to a text that has changed since is dropped.
 */
@Injectable()
export class LabelSuggester {
  private readonly api = inject(SuggestionsApi);
  private text: TicketText = { description: '' };
  private asked?: TicketText;
  private pause?: ReturnType<typeof setTimeout>;
  private request?: Subscription;
  private readonly answers = new Subject<Suggestion>();

  /** True while an answer is under way. */
  readonly isAsking = signal(false);
  /** True when the last answer was none: the model or the API is away. */
  readonly isUnavailable = signal(false);
  /** Suggestions of the model; never a fallback, which is nobody's opinion of the ticket. */
  readonly suggestions = this.answers.asObservable();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.cancel());
  }

  /** To be called with every change of the text. */
  follow(text: TicketText): void {
    if (isSame(text, this.text)) return;
    this.cancel();
    this.text = text;
    this.pause = setTimeout(() => this.askNow(), TYPING_PAUSE);
  }

  /** Asks without waiting for a pause. Does nothing when this text was asked about, or says too little. */
  askNow(): void {
    clearTimeout(this.pause);
    const text = this.text;
    if (isSame(text, this.asked) || countCodePoints(text.description.trim()) < SUGGESTION_MIN_LENGTH) return;
    this.asked = text;
    this.isAsking.set(true);
    this.request = this.api.suggest(text).subscribe({
      next: (suggestion) => this.settle(text, suggestion),
      error: () => this.settle(text), // to the user it is all one: there is no suggestion
    });
  }

  /** Drops what is under way, so that no answer comes any more for the text as it is now. */
  cancel(): void {
    clearTimeout(this.pause);
    if (!this.isAsking()) return;
    this.request?.unsubscribe(); // aborts the request
    this.asked = undefined;
    this.isAsking.set(false);
  }

  private settle(text: TicketText, suggestion?: Suggestion): void {
    if (text !== this.text) return;
    this.isAsking.set(false);
    const isUnavailable = !suggestion || suggestion.used_fallback;
    this.isUnavailable.set(isUnavailable);
    if (!isUnavailable) this.answers.next(suggestion);
  }
}

function isSame(one: TicketText, other?: TicketText): boolean {
  return one.title === other?.title && one.description === other?.description;
}
