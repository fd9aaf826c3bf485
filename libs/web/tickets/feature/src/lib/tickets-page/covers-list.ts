import { DestroyRef, type Signal, inject, signal } from '@angular/core';

/** From here on a ticket stands beside the list instead of over it. Also in tickets-page.scss. */
const BESIDE = '(min-width: 1200px)';

/** Whether an open ticket covers the list, which then is out of reach. To be called in an injection context. */
export function coversList(): Signal<boolean> {
  const beside = globalThis.matchMedia?.(BESIDE);
  const covers = signal(beside ? !beside.matches : false);
  const follow = (event: MediaQueryListEvent) => covers.set(!event.matches);
  beside?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => beside?.removeEventListener('change', follow));
  return covers.asReadonly();
}
