import { effect, signal, untracked } from '@angular/core';
import type { TicketList } from '@docket/web/tickets/data';

/**
 * Returns a function that calls back once the list shows the tickets of its query: not if they cannot be loaded, nor if something else is
 * wanted meanwhile. Call in an injection context.
 */
export function onceCurrent(list: TicketList): (callback: () => void) => void {
  const wanted = signal<(() => void) | undefined>(undefined);
  effect(() => {
    const callback = wanted();
    if (!callback || list.isLoading()) return;
    wanted.set(undefined);
    if (untracked(list.isCurrent)) untracked(callback);
  });
  return (callback) => wanted.set(callback);
}
