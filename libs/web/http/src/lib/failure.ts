import { type Signal, linkedSignal } from '@angular/core';
import type { Problem } from './problem';

/** A failure that lasts until a request succeeds. */
export interface Failure extends Problem {
  /** Time of the first failed request, in ms since 1970. */
  readonly since: number;
}

/** Keeps the problem of a resource while it loads again, so that a notice does not flicker. */
export function lastFailure(
  problem: Signal<Problem | undefined>,
  isLoading: Signal<boolean>,
): Signal<Failure | undefined> {
  return linkedSignal<{ problem?: Problem; isLoading: boolean }, Failure | undefined>({
    source: () => ({ problem: problem(), isLoading: isLoading() }),
    computation: (now, previous) => {
      const failure = previous?.value;
      if (now.problem) return { ...now.problem, since: failure?.since ?? Date.now() };
      return now.isLoading ? failure : undefined;
    },
  }).asReadonly();
}
