import { DestroyRef, type Signal, effect, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ConversationApi } from '@docket/web/conversation/data';
import { ReadAhead } from '@docket/web/http';
import { type TicketChange, TicketChanges, TicketsApi } from '@docket/web/tickets/data';
import { EMPTY, type Subscription, catchError, concat, merge } from 'rxjs';

/**
 * Reads tickets and their conversations ahead, one after another, while the browser is idle, so that opening them does not wait for the
 * network. Does nothing if the user saves data, or in browsers without idle callbacks. Call in an injection context.
 * @param isReady whether the open ticket has loaded
 */
export function readNeighboursAhead(ids: Signal<readonly number[]>, isReady: Signal<boolean>): void {
  const ahead = inject(ReadAhead);
  const tickets = inject(TicketsApi);
  const conversations = inject(ConversationApi);
  const read = (id: number) => merge(tickets.readAhead(id), conversations.readAhead(id)).pipe(catchError(() => EMPTY));
  inject(TicketChanges)
    .changes.pipe(takeUntilDestroyed())
    .subscribe((change) => ahead.forget(changedIds(change)));
  effect((onCleanup) => {
    ahead.version();
    const next = ids();
    if (!isReady() || !('requestIdleCallback' in window) || savesData()) return;
    let reading: Subscription | undefined;
    const idle = requestIdleCallback(() => (reading = concat(...next.map(read)).subscribe()));
    onCleanup(() => {
      cancelIdleCallback(idle);
      reading?.unsubscribe();
    });
  });
  inject(DestroyRef).onDestroy(() => ahead.forget('all')); // the next user of this page may be another person
}

function changedIds(change: TicketChange): ReadonlySet<number> | 'all' {
  if (change.kind === 'imported') return new Set(); // adds tickets, but changes none
  return change.kind === 'elsewhere' ? change.ids : new Set([change.ticket.id]);
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
