import { Injector, afterNextRender, inject } from '@angular/core';

/** What the focus can go to, such as a field. Undefined if the page does not have it. */
type FocusTarget = { focus(): void } | undefined;

/** Returns a function that moves the focus after the next rendering, when the page has its target. Call it in an injection context. */
export function injectFocusLater(): (target: () => FocusTarget) => void {
  const injector = inject(Injector);
  return (target) => void afterNextRender(() => target()?.focus(), { injector });
}
