import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import type { Ticket } from './ticket';

interface OneTicketChange {
  readonly kind: 'filed' | 'changed';
  /** The ticket in the API's response. */
  readonly ticket: Ticket;
  /** ETag of that version, if known. */
  readonly etag?: string;
}

/** Changes made elsewhere, by any person or program. The tickets themselves have to be read again. */
export interface ChangesElsewhere {
  readonly kind: 'elsewhere';
  /** Ids of the changed tickets; `all` if some of them are unknown. */
  readonly ids: ReadonlySet<number> | 'all';
  /** Whether there are new tickets that are missing from `ids`. */
  readonly hasNew: boolean;
}

/** A change of one ticket in this browser, an import of many, or changes elsewhere. */
export type TicketChange = OneTicketChange | { readonly kind: 'imported' } | ChangesElsewhere;

/**
 * Duration of the highlight of a ticket, in ms. A filed ticket stays highlighted longer, because the user may look for it in the list
 * later.
 */
const HIGHLIGHT_MS: Record<OneTicketChange['kind'], number> = { filed: 60_000, changed: 3_000 };

/** Announces filed, changed and imported tickets to all tabs. */
@Injectable({ providedIn: 'root' })
export class TicketChanges {
  private readonly otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('docket.tickets') : undefined;
  private readonly published = new Subject<TicketChange>();
  private readonly announced = new Subject<TicketChange>();
  private readonly highlighted = signal<ReadonlySet<number>>(new Set());

  /** Changes from this tab and from the others. Never completes. */
  readonly changes: Observable<TicketChange> = this.published.asObservable();
  /** Changes from this tab only. Never completes. */
  readonly own: Observable<TicketChange> = this.announced.asObservable();
  /** Ids of the recently filed or changed tickets, which are highlighted. */
  readonly highlightedIds = this.highlighted.asReadonly();

  constructor() {
    const receive = (message: MessageEvent<TicketChange>) => this.publish(message.data);
    this.otherTabs?.addEventListener('message', receive);
    inject(DestroyRef).onDestroy(() => this.otherTabs?.close());
  }

  /** Call after the API has stored the change. */
  announce(change: TicketChange): void {
    this.otherTabs?.postMessage(change);
    this.announced.next(change);
    this.publish(change);
  }

  /** Call for changes that each tab receives on its own. */
  announceElsewhere(change: ChangesElsewhere): void {
    this.published.next(change);
  }

  /** Highlights a ticket that was changed or filed elsewhere, once the list shows it. */
  highlightChanged(id: number): void {
    this.highlight('changed', id);
  }

  private publish(change: TicketChange): void {
    if (change.kind === 'filed' || change.kind === 'changed') this.highlight(change.kind, change.ticket.id);
    this.published.next(change);
  }

  private highlight(kind: OneTicketChange['kind'], id: number): void {
    this.highlighted.update((ids) => new Set(ids).add(id));
    setTimeout(
      () => this.highlighted.update((ids) => new Set([...ids].filter((other) => other !== id))),
      HIGHLIGHT_MS[kind],
    );
  }
}
