import { BreakpointObserver } from '@angular/cdk/layout';
import { DestroyRef, DOCUMENT, type Signal, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';

/** A number that changes with the colour scheme, by the system or by the theme switch. Call in an injection context. */
export function schemeChanges(): Signal<number> {
  const changes = signal(0);
  const count = () => changes.update((before) => before + 1);
  inject(BreakpointObserver).observe('(prefers-color-scheme: dark)').pipe(takeUntilDestroyed()).subscribe(count);
  const bySwitch = new MutationObserver(count);
  bySwitch.observe(inject(DOCUMENT).documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  inject(DestroyRef).onDestroy(() => bySwitch.disconnect());
  return changes.asReadonly();
}
