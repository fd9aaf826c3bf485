import { ElementRef, Injector, afterNextRender, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { isFocusLost } from '@docket/web/ui';

/** Address of the link by which the person left the page, which is destroyed then. */
let leftBy: string | null = null;

/**
 * Focuses, after Back to the page, the link by which the person left it. Call in an injection context.
 * @param isReady whether the page shows its links
 */
export function focusAfterBack(isReady: () => boolean): void {
  const { nativeElement: page } = inject<ElementRef<HTMLElement>>(ElementRef);
  const injector = inject(Injector);
  let wanted = inject(Router).currentNavigation()?.trigger === 'popstate' ? leftBy : null;
  leftBy = null;
  page.addEventListener('click', ({ target }) => {
    leftBy = (target as Element).closest('a[href]')?.getAttribute('href') ?? null;
  });
  effect(() => {
    if (wanted === null || !isReady()) return;
    const href = wanted;
    wanted = null;
    const link = () => [...page.querySelectorAll('a')].find((one) => one.getAttribute('href') === href);
    afterNextRender({ read: () => isFocusLost() && link()?.focus() }, { injector });
  });
}
