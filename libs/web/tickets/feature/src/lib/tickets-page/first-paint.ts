import { Injector, PendingTasks, type Signal, afterNextRender, effect, inject, signal } from '@angular/core';

/** Becomes true after the browser has painted the first frame with content. Call in an injection context. */
export function firstPaint(hasContent: () => boolean): Signal<boolean> {
  const injector = inject(Injector);
  const pending = inject(PendingTasks);
  const isPainted = signal(false);
  const waitForPaint = async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    isPainted.set(true);
  };
  const waiting = effect(() => {
    if (!hasContent()) return;
    waiting.destroy();
    afterNextRender({ write: () => pending.run(waitForPaint) }, { injector });
  });
  return isPainted.asReadonly();
}
