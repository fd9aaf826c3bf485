import { Injectable, signal } from '@angular/core';
import type { Sentence } from './writing-api';

/** A reply that the model drafted. */
export interface DraftedReply {
  /** Id of the draft in the API's record. */
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** Maximum number of tickets whose drafted replies are kept while the page is open. */
const TICKETS_MAX = 50;

/**
 * Unsent replies that began as drafts of the model, by ticket. They stay marked when a person returns to the ticket, and let the API
 * measure how much people change drafts.
 */
@Injectable({ providedIn: 'root' })
export class DraftedReplies {
  /** In order of use, the newest last. */
  private readonly byTicket = signal<ReadonlyMap<number, DraftedReply>>(new Map());

  /** Reads a signal. */
  of(ticketId: number): DraftedReply | undefined {
    return this.byTicket().get(ticketId);
  }

  remember(ticketId: number, reply: DraftedReply): void {
    this.forget(ticketId);
    this.byTicket.update((known) => new Map([...known, [ticketId, reply] as const].slice(-TICKETS_MAX)));
  }

  /** Call when the reply was sent or its text removed: the next text is another reply. */
  forget(ticketId: number): void {
    this.byTicket.update((known) => new Map([...known].filter(([id]) => id !== ticketId)));
  }
}
