import { effect, signal, untracked } from '@angular/core';
import type { TicketList } from '@docket/web/tickets/data';

/**
 * Returns a function that runs a callback once the list shows the tickets of its query. The callback is dropped if they cannot be loaded,
 * or if another one replaces it. Call in an injection context.
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
