import type { components, operations } from './api.js';
import { DEFAULT_RETRIES, type RetryOptions, delayAfter, isTemporary, wait } from './back-off.js';
import type { DocketClient } from './docket-client.js';
import { type Answer, dataOf } from './docket-error.js';

type Import = operations['importTickets'];

/** Result of an import, with its rejected rows. */
export type ImportResult = components['schemas']['ImportResult'];

export interface ImportOptions {
  /** Media type of the file, such as `text/csv`. */
  readonly mediaType: keyof Import['requestBody']['content'];
  /** Options such as `{ default_priority: 'medium' }`, or `{ check: true }` to store nothing. */
  readonly query?: Import['parameters']['query'] | undefined;
  /** Idempotency-Key with which another process can resume the import of the file. Absent for a new key. */
  readonly key?: string | undefined;
  readonly retries?: Partial<RetryOptions> | undefined;
  /** Cancels the import. Stored rows stay. */
  readonly signal?: AbortSignal | undefined;
}

/** Half a minute, enough for a restart of Docket. Longer than for other requests, because an upload is expensive to lose. */
const RETRIES: RetryOptions = { ...DEFAULT_RETRIES, tries: 8 };

/**
 * Imports a file. After an interrupted upload or a restart of Docket, sends the file again with the same Idempotency-Key: Docket skips the
 * rows that it has stored. Invalid rows do not fail the import; the result lists them.
 * @param file the text, or a `Blob` such as that of `openAsBlob()` of `node:fs`, which is not read into memory
 * @throws DocketError if the API rejects the file, for example without a column for the title
 */
export async function importTickets(
  docket: DocketClient,
  file: Blob | string,
  { mediaType, query, key = crypto.randomUUID(), retries: chosen, signal }: ImportOptions,
): Promise<ImportResult> {
  const retries = { ...RETRIES, ...chosen };
  const upload = (): Promise<Answer<ImportResult>> =>
    docket.POST('/api/tickets/import', {
      params: { ...(query && { query }), header: { 'Idempotency-Key': key } },
      headers: { 'Content-Type': mediaType },
      body: file as string, // the generated type does not include Blob
      ...(signal && { signal }),
    });
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt >= retries.tries;
    try {
      const answer = await upload();
      if (isLast || !isTemporary(answer.response.status, answer.error)) return await dataOf(answer);
      await wait(delayAfter(attempt, retries, answer.response), signal);
    } catch (error) {
      if (isLast || signal?.aborted || !(error instanceof TypeError)) throw error; // fetch rejects with a TypeError
      await wait(delayAfter(attempt, retries), signal);
    }
  }
}
