import { type Observable, delay, fromEvent } from 'rxjs';

/** Time for requests to fail after the event, in ms. */
const SETTLE_MS = 1_000;

/**
 * Emits after the browser has lost its connection. Not proof that the server is gone: it may run on this computer. A request
 * shows it.
 */
export function connectionLost(): Observable<Event> {
  return fromEvent(window, 'offline').pipe(delay(SETTLE_MS));
}
