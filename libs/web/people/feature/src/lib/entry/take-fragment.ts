import { Injector, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

/**
 * Hands over the fragment of the address, which is the token of a link, and takes it out of the address bar, so that nobody copies it, or
 * reads it over a shoulder. Call it in an injection context.
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
