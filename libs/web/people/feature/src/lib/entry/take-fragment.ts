import { Injector, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

/**
 * Passes on the fragment of the URL, which is the token of a link, and removes it from the address bar, so that it cannot be copied or read
 * over a shoulder. Call in an injection context.
 */
export function takeFragment(use: (fragment: string) => void): void {
  const injector = inject(Injector);
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const dropFragment = () => void router.navigate([], { relativeTo: route, replaceUrl: true });
  route.fragment.pipe(takeUntilDestroyed()).subscribe((fragment) => {
    if (!fragment) return;
    use(fragment);
    afterNextRender(dropFragment, { injector });
  });
}
