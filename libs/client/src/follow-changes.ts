import type { components } from './api.js';
import type { DocketClient } from './docket-client.js';
import { dataOf } from './docket-error.js';

/** A page of changes. */
export type Changes = components['schemas']['Changes'];

export interface FollowOptions {
  /** `next` of the last page that you have stored, `Docket-Changes-Cursor` of an export, or `start`. Absent for what happens from now on. */
  readonly cursor?: string;
  /** Whether each change has the ticket as it is now. */
  readonly withTickets?: boolean;
  /** Ends the following. */
  readonly signal?: AbortSignal;
}

/** The longest wait that the API allows, in seconds. */
const WAIT_SECONDS = 25;

/**
 * The changes of all tickets, as they happen, without an end. Store `next` with what you made of a page: after a crash, go on from
 * there, and you miss nothing. If `restored` is true, export all tickets again.
 * @throws DocketError if the API refuses, such as for a cursor that is none
 */
export async function* followChanges(
  docket: DocketClient,
  { cursor: first, withTickets = false, signal }: FollowOptions = {},
): AsyncGenerator<Changes> {
  for (let cursor = first; ;) {
    const query = {
      wait: WAIT_SECONDS,
      ...(cursor !== undefined && { cursor }),
      ...(withTickets && { include: 'ticket' as const }),
    };
    const page = await dataOf(docket.GET('/api/changes', { params: { query }, ...(signal && { signal }) }));
    cursor = page.next;
    yield page;
  }
}
