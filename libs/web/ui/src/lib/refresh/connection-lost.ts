import { type Observable, delay, fromEvent } from 'rxjs';

/** Delay after the event, in ms, in which requests may fail. */
const SETTLE_MS = 1_000;

/**
 * Emits after the browser has lost its connection. The server may still be reachable, for example on this computer, so a request has to
 * verify it.
 */
export function connectionLost(): Observable<Event> {
  return fromEvent(window, 'offline').pipe(delay(SETTLE_MS));
}
