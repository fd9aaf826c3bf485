import { DestroyRef, DOCUMENT, type Signal, inject, signal } from '@angular/core';

/** Counts how often light and dark changed, by the switch or by the system. To be called in an injection context. */
export function schemeChanges(): Signal<number> {
  const document = inject(DOCUMENT);
  const changes = signal(0);
  const count = () => changes.update((before) => before + 1);
  const bySystem = document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
  bySystem?.addEventListener('change', count);
  const bySwitch = new MutationObserver(count);
  bySwitch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  inject(DestroyRef).onDestroy(() => {
    bySystem?.removeEventListener('change', count);
    bySwitch.disconnect();
  });
  return changes.asReadonly();
}
