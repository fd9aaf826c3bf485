import { Injector, type WritableSignal, afterNextRender, effect, inject, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';

interface Focusable {
  focus(): void;
}

/**
 * The part of the page to focus, by default from the `info` of the last navigation. Focuses the part once it has loaded.
 * Call in an injection context.
 * @param afterHistory the part to focus after Back and Forward, which have no `info`
 */
export function focusTarget(
  parts: Readonly<Record<string, () => Focusable | undefined>>,
  afterHistory: string,
): WritableSignal<unknown> {
  const router = inject(Router);
  const injector = inject(Injector);
  const target = linkedSignal<unknown>(() => {
    const { extras, trigger } = router.lastSuccessfulNavigation() ?? {};
    return trigger === 'popstate' ? afterHistory : extras?.info;
  });
  effect(() => {
    const part = parts[String(target())]?.();
    if (!part) return;
    target.set(undefined);
    afterNextRender({ write: () => part.focus() }, { injector });
  });
  return target;
}
