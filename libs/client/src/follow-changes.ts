import type { components } from './api.js';
import type { DocketClient } from './docket-client.js';
import { isConnectionError, isTemporary, wait } from './back-off.js';
import { type Answer, DocketError, dataOf } from './docket-error.js';

/** A page of changes. */
export type Changes = components['schemas']['Changes'];

export interface FollowOptions {
  /** `next` of the last page that you have stored, `Docket-Changes-Cursor` of an export, or `start`. Absent for what happens from now on. */
  readonly cursor?: string | undefined;
  /** Whether each change has the ticket as it is now. */
  readonly withTickets?: boolean | undefined;
  /** Ends the following. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the error of each look for a Docket that is away, such as for a log. */
  readonly onAway?: ((error: unknown) => void) | undefined;
}

/** The longest wait that the API allows, in seconds. */
const WAIT_SECONDS = 25;

/** Time between two looks for a Docket that is away, in milliseconds, after the tries of the client. */
const AWAY_MS = 1000;

/**
 * The changes of all tickets, as they happen, without an end. Store `next` with what you made of a page: after a crash, go on from
 * there, and you miss nothing. If `restored` is true, export all tickets again. While Docket is away, it waits; it ends with the signal.
 * @throws DocketError if the API refuses, such as for a cursor that is none
 * @throws Error if the answer is none of Docket's, such as one of a proxy, or if the request cannot be made, such as for a wrong `baseUrl`
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

/** Reads a page, however long Docket is away. Undefined after the signal. */
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

/** Whether Docket may answer the same request later. Any other error would come again with each try. */
function isAway(error: unknown): boolean {
  if (error instanceof DocketError) return error.status >= 500 || isTemporary(error.status, error.problem);
  return isConnectionError(error);
}
