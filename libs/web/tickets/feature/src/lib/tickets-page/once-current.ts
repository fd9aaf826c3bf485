import { effect, signal, untracked } from '@angular/core';
import type { TicketList } from '@docket/web/tickets/data';

/** Runs the first callback once the list shows the tickets of its query, or the second one if they cannot be loaded. */
export type OnceCurrent = (callback: () => void, otherwise?: () => void) => void;

/** Returns a function that runs a callback later, unless another one replaces it. Call in an injection context. */
export function onceCurrent(list: TicketList): OnceCurrent {
  const wanted = signal<readonly [() => void, (() => void)?] | undefined>(undefined);
  effect(() => {
    const callbacks = wanted();
    if (!callbacks || list.isLoading()) return;
    wanted.set(undefined);
    untracked(() => callbacks[list.isCurrent() ? 0 : 1]?.());
  });
  return (...callbacks) => wanted.set(callbacks);
}
