import { Injectable } from '@angular/core';
import type { Sentence } from './writing-api';

interface KnownSummary {
  readonly version: number;
  readonly sentences: readonly Sentence[];
}

/** Maximum number of tickets whose summaries are kept while the page is open. */
const TICKETS_MAX = 50;

/** Summaries from the model, by ticket, so that no summary is paid for twice while its conversation is unchanged. */
@Injectable({ providedIn: 'root' })
export class KnownSummaries {
  private readonly byTicket = new Map<number, KnownSummary>();

  /** @param version id of the newest entry of the conversation; undefined if unknown */
  of(ticketId: number, version: number | undefined): readonly Sentence[] | undefined {
    const known = this.byTicket.get(ticketId);
    return known && known.version === version ? known.sentences : undefined;
  }

  /** @param version id of the newest entry when the summary was requested. The summary may lack later entries */
  remember(ticketId: number, version: number | undefined, sentences: readonly Sentence[]): void {
    this.byTicket.delete(ticketId); // moves the ticket to the end
    if (version === undefined) return;
    this.byTicket.set(ticketId, { version, sentences });
    const [oldest] = this.byTicket.keys();
    if (this.byTicket.size > TICKETS_MAX && oldest !== undefined) this.byTicket.delete(oldest);
  }
}
