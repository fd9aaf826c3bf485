import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import type { Ticket } from './tickets-api';

export interface TicketChange {
  readonly kind: 'filed' | 'changed';
  /** The ticket as the API answered it. */
  readonly ticket: Ticket;
  /** Tag of that version, where it is known. */
  readonly etag?: string;
}

/** How long a ticket counts as fresh, in ms: a new one may be looked for in the list only a while later. */
const FRESH_FOR: Record<TicketChange['kind'], number> = { filed: 60_000, changed: 3_000 };

/** Tells whoever shows tickets, in this tab and in the others, that one was filed or changed. */
@Injectable({ providedIn: 'root' })
export class TicketChanges {
  private readonly otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('docket.tickets') : undefined;
  private readonly here = new Subject<TicketChange>();
  private readonly freshIds = signal<ReadonlySet<number>>(new Set());

  /** Changes made in this tab and in the others, as they come. Never completes. */
  readonly changes: Observable<TicketChange> = this.here.asObservable();
  /** Ids of the tickets that were filed or changed a moment ago, to be tinted. */
  readonly fresh = this.freshIds.asReadonly();

  constructor() {
    const receive = (message: MessageEvent<TicketChange>) => this.pass(message.data);
    this.otherTabs?.addEventListener('message', receive);
    inject(DestroyRef).onDestroy(() => this.otherTabs?.close());
  }

  /** To be called after the API has stored it. */
  announce(change: TicketChange): void {
    this.otherTabs?.postMessage(change);
    this.pass(change);
  }

  private pass(change: TicketChange): void {
    const { id } = change.ticket;
    this.freshIds.update((ids) => new Set(ids).add(id));
    setTimeout(
      () => this.freshIds.update((ids) => new Set([...ids].filter((other) => other !== id))),
      FRESH_FOR[change.kind],
    );
    this.here.next(change);
  }
}
