import { Injector, afterNextRender, inject } from '@angular/core';

/** A focusable element, such as a field; undefined if it is not rendered. */
type FocusTarget = { focus(): void } | undefined;

/** Returns a function that moves the focus after the next rendering, when the target exists. Call in an injection context. */
export function injectFocusLater(): (target: () => FocusTarget) => void {
  const injector = inject(Injector);
  return (target) => void afterNextRender(() => target()?.focus(), { injector });
}
