import { Injectable } from '@angular/core';
import type { Sentence } from './writing-api';

/** A reply that the model drafted. */
export interface DraftedReply {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** Tickets whose drafted replies are remembered while the page is open. */
const TICKETS_MAX = 50;

/** The replies that the model drafted, by ticket, so that they stay marked when a person comes back to the ticket. */
@Injectable({ providedIn: 'root' })
export class DraftedReplies {
  private readonly byTicket = new Map<number, DraftedReply>();

  of(ticketId: number): DraftedReply | undefined {
    return this.byTicket.get(ticketId);
  }

  remember(ticketId: number, reply: DraftedReply): void {
    this.byTicket.delete(ticketId); // the newest is the last
    this.byTicket.set(ticketId, reply);
    const [oldest] = this.byTicket.keys();
    if (this.byTicket.size > TICKETS_MAX && oldest !== undefined) this.byTicket.delete(oldest);
  }
}
