import { Injectable, signal } from '@angular/core';
import type { Sentence } from './writing-api';

/** A reply that the model drafted. */
export interface DraftedReply {
  /** In the API's ledger. */
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** Tickets whose drafted replies are remembered while the page is open. */
const TICKETS_MAX = 50;

/**
 * The replies that began as drafts of the model, by ticket, until they are sent: so they stay marked when a person comes back to the
 * ticket, and the API learns how much people change drafts.
 */
@Injectable({ providedIn: 'root' })
export class DraftedReplies {
  /** The newest is the last. */
  private readonly byTicket = signal<ReadonlyMap<number, DraftedReply>>(new Map());

  /** Reads a signal. */
  of(ticketId: number): DraftedReply | undefined {
    return this.byTicket().get(ticketId);
  }

  remember(ticketId: number, reply: DraftedReply): void {
    this.forget(ticketId);
    this.byTicket.update((known) => new Map([...known, [ticketId, reply] as const].slice(-TICKETS_MAX)));
  }

  /** The reply was sent, or its text was removed: what follows is another reply. */
  forget(ticketId: number): void {
    this.byTicket.update((known) => new Map([...known].filter(([id]) => id !== ticketId)));
  }
}
