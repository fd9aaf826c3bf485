import { Injectable } from '@angular/core';
import type { Sentence } from './writing-api';

interface KnownSummary {
  readonly version: number;
  readonly sentences: readonly Sentence[];
}

/** Tickets whose summaries are remembered while the page is open. */
const TICKETS_MAX = 50;

/** The summaries that the model wrote, by ticket, so that none is paid for twice while its conversation stays as it is. */
@Injectable({ providedIn: 'root' })
export class KnownSummaries {
  private readonly byTicket = new Map<number, KnownSummary>();

  /** @param version the newest entry of the conversation; undefined if it is not known */
  of(ticketId: number, version: number | undefined): readonly Sentence[] | undefined {
    const known = this.byTicket.get(ticketId);
    return known && known.version === version ? known.sentences : undefined;
  }

  /** @param version the newest entry when the summary was asked for. Later entries may be missing in it */
  remember(ticketId: number, version: number | undefined, sentences: readonly Sentence[]): void {
    this.byTicket.delete(ticketId); // the newest is the last
    if (version === undefined) return;
    this.byTicket.set(ticketId, { version, sentences });
    const [oldest] = this.byTicket.keys();
    if (this.byTicket.size > TICKETS_MAX && oldest !== undefined) this.byTicket.delete(oldest);
  }
}
