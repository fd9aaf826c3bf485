import { DestroyRef, type Signal, inject, signal } from '@angular/core';

/** The time in ms since 1970, updated twice a minute to keep ages current. Call in an injection context. */
export function tickingNow(): Signal<number> {
  const now = signal(Date.now());
  const timer = setInterval(() => now.set(Date.now()), 30_000);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return now.asReadonly();
}
