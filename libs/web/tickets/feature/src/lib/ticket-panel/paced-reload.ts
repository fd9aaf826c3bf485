import { DestroyRef, type Signal, inject, untracked } from '@angular/core';

/** Minimum time between two reloads of a ticket, in ms. */
const PAUSE_MS = 1_500;

/**
 * Returns a function to call for each change of the open ticket elsewhere. It reloads the ticket immediately, then at most once per
 * {@link PAUSE_MS}. The last reload follows the last change. Create in an injection context.
 */
export function pacedReload(ticketId: Signal<number>, reload: () => void): () => void {
  let reloaded = { id: NaN, at: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  return () => {
    const id = untracked(ticketId);
    const pauseMs = reloaded.id === id ? Math.max(0, reloaded.at + PAUSE_MS - Date.now()) : 0;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (untracked(ticketId) !== id) return; // another ticket was opened, which loads anyway
      reloaded = { id, at: Date.now() };
      reload();
    }, pauseMs);
  };
}
