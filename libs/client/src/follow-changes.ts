import type { components } from './api.js';
import type { DocketClient } from './docket-client.js';
import { isConnectionError, isTemporary, wait } from './back-off.js';
import { type Answer, DocketError, dataOf } from './docket-error.js';

/** A page of changes. */
export type Changes = components['schemas']['Changes'];

export interface FollowOptions {
  /** `next` of the last stored page, the `Docket-Changes-Cursor` of an export, or `start`. Absent for future changes only. */
  readonly cursor?: string | undefined;
  /** Whether each change includes the current ticket. */
  readonly withTickets?: boolean | undefined;
  /** Stops following. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the error of each attempt while Docket is unavailable, for example for logging. */
  readonly onAway?: ((error: unknown) => void) | undefined;
}

/** Maximum wait that the API allows, in seconds. */
const WAIT_SECONDS = 25;

/** Interval of attempts while Docket is unavailable, in milliseconds. It follows the client's own retries. */
const AWAY_MS = 1000;

/**
 * Yields the changes of all tickets as they happen, until the signal aborts. Store `next` together with the results of a page: resuming
 * from it after a crash misses nothing. If `restored` is true, export all tickets again. Waits while Docket is unavailable.
 * @throws DocketError if the API rejects the request, such as an invalid cursor
 * @throws Error if the response is not Docket's, such as one of a proxy, or if the request cannot be sent, such as for an invalid `baseUrl`
 */
export async function* followChanges(
  docket: DocketClient,
  { cursor: first, withTickets = false, signal, onAway }: FollowOptions = {},
): AsyncGenerator<Changes> {
  for (let cursor = first; ;) {
    const query = {
      wait: WAIT_SECONDS,
      ...(cursor !== undefined && { cursor }),
      ...(withTickets && { include: 'ticket' as const }),
    };
    const get = () => docket.GET('/api/changes', { params: { query }, ...(signal && { signal }) });
    const page = await read(get, { signal, onAway });
    if (!page) return;
    if (!page.next) throw new Error('The answer has no next cursor, so it is not one of Docket');
    cursor = page.next;
    yield page;
  }
}

/** Reads a page, with unlimited attempts while Docket is unavailable. Undefined after the signal. */
async function read(
  get: () => Promise<Answer<Changes>>,
  { signal, onAway }: Pick<FollowOptions, 'signal' | 'onAway'>,
): Promise<Changes | undefined> {
  while (!signal?.aborted) {
    try {
      return await dataOf(get());
    } catch (error) {
      if (signal?.aborted) return undefined;
      if (!isAway(error)) throw error;
      onAway?.(error);
      await wait(AWAY_MS, signal).catch(() => undefined); // aborted
    }
  }
  return undefined;
}

/** Whether Docket may answer the same request later. Other errors would repeat. */
function isAway(error: unknown): boolean {
  if (error instanceof DocketError) return error.status >= 500 || isTemporary(error.status, error.problem);
  return isConnectionError(error);
}
