import { type Signal, linkedSignal } from '@angular/core';

/** The last defined value of a source. It stays during a reload. */
export function lastValue<T>(source: () => T | undefined): Signal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source,
    computation: (value, previous) => value ?? previous?.value,
  }).asReadonly();
}
