import { DestroyRef, type Signal, inject, signal } from '@angular/core';

/** Ms since 1970, renewed twice a minute, so that shown ages keep up. To be called in an injection context. */
export function tickingNow(): Signal<number> {
  const now = signal(Date.now());
  const timer = setInterval(() => now.set(Date.now()), 30_000);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return now.asReadonly();
}
