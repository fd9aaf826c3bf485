import type { Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type Observable, catchError, debounceTime, distinctUntilChanged, map, of, switchMap } from 'rxjs';

/** Pause in typing before the request, in ms. */
const TYPING_PAUSE_MS = 150;

/** Completions of a typed text. */
export interface Completed<T> {
  readonly typed: string;
  readonly found: readonly T[];
}

/**
 * Completions of a typed text, requested after a pause in typing. Undefined while they load and if the request fails: a completion is
 * optional. Call in an injection context.
 *
 * @param typed undefined while no completion is needed
 */
export function completed<T>(
  typed: Signal<string | undefined>,
  fetch: (text: string) => Observable<readonly T[]>,
): Signal<Completed<T> | undefined> {
  const complete = (text: string) =>
    fetch(text).pipe(
      map((found) => ({ typed: text, found })),
      catchError(() => of(undefined)),
    );
  return toSignal(
    toObservable(typed).pipe(
      distinctUntilChanged(),
      debounceTime(TYPING_PAUSE_MS),
      switchMap((text) => (text === undefined ? of(undefined) : complete(text))),
    ),
  );
}
