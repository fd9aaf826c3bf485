import { BreakpointObserver } from '@angular/cdk/layout';
import { type Signal, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

/** Widths at which an open ticket covers the list. tickets-page.scss has the same breakpoint. */
const NARROW = '(max-width: 74.99875em)';

/** Whether an open ticket covers the list. Call in an injection context. */
export function coversList(): Signal<boolean> {
  const matches = inject(BreakpointObserver)
    .observe(NARROW)
    .pipe(map((state) => state.matches));
  return toSignal(matches, { initialValue: false });
}
