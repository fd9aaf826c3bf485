import { type Signal, linkedSignal } from '@angular/core';

/** The last value of a source that was not undefined: what has loaded stays while it loads again. */
export function lastValue<T>(source: () => T | undefined): Signal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source,
    computation: (value, previous) => value ?? previous?.value,
  }).asReadonly();
}
