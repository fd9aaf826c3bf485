import type { components } from './api.js';
import { DEFAULT_RETRIES, type RetryOptions, delayAfter, isTemporary, wait } from './back-off.js';
import type { DocketClient } from './docket-client.js';
import { DocketError, dataOf } from './docket-error.js';
import { linesOf } from './lines.js';

/** A ticket of an export or of a change. */
export type ExportedTicket = components['schemas']['ExportedTicket'];

export interface ExportOptions {
  /** Exports only tickets that match this query, such as `status:open`. Absent for all. */
  readonly q?: string | undefined;
  /** Exports only tickets with higher ids. For the id of the last stored ticket. */
  readonly after?: number | undefined;
  /** Retries of an interrupted export, counted since the last received ticket. `{ tries: 1 }` disables them. */
  readonly retries?: Partial<RetryOptions> | undefined;
  /** Cancels the export. */
  readonly signal?: AbortSignal | undefined;
}

export interface TicketExport {
  /** Cursor for {@link followChanges}: the export and the changes after it form an exact copy. */
  readonly cursor: string;
  /** The tickets, in the order of their ids. Can be read only once. */
  readonly tickets: AsyncGenerator<ExportedTicket>;
}

interface OpenExport {
  readonly cursor: string;
  readonly lines: AsyncGenerator<string>;
}

/**
 * Exports tickets one after another, in constant memory. After a broken connection, the export resumes after the last ticket and keeps its
 * first cursor.
 * @throws DocketError if the API rejects the request, such as a query with an error
 * @throws Error if the response is not Docket's, or after five failed attempts in a row. Reading `tickets` throws the same errors
 */
export async function exportTickets(docket: DocketClient, options: ExportOptions = {}): Promise<TicketExport> {
  const first = await open(docket, options);
  return { cursor: first.cursor, tickets: readAll(docket, first.lines, options) };
}

async function open(docket: DocketClient, { q, after, signal }: ExportOptions): Promise<OpenExport> {
  const query = { ...(q !== undefined && { q }), ...(after !== undefined && { after }) };
  const answer = await docket.GET('/api/export', {
    params: { query },
    parseAs: 'stream',
    ...(signal && { signal }),
  });
  const stream = (await dataOf(answer)) as ReadableStream<Uint8Array> | undefined;
  const cursor = answer.response.headers.get('Docket-Changes-Cursor');
  if (!stream || cursor === null) throw new Error('The answer is no export of Docket: it has no Docket-Changes-Cursor');
  return { cursor, lines: linesOf(stream) };
}

async function* readAll(
  docket: DocketClient,
  first: AsyncGenerator<string>,
  options: ExportOptions,
): AsyncGenerator<ExportedTicket> {
  const retries = { ...DEFAULT_RETRIES, ...options.retries };
  let after = options.after;
  let lines: AsyncGenerator<string> | undefined = first;
  for (let failures = 0; ;) {
    let rows = 0;
    let cause: unknown;
    try {
      lines ??= (await open(docket, { ...options, after })).lines;
      for await (const line of lines) {
        const row = JSON.parse(line) as Partial<ExportedTicket> & { readonly _docket?: { readonly rows: number } };
        if (row._docket) return requireComplete(rows, row._docket.rows);
        if (row.id === undefined) continue; // a line of a later version
        rows++;
        after = row.id;
        failures = 0;
        yield row as ExportedTicket;
      }
    } catch (error) {
      if (!canResume(error, options.signal)) throw error;
      cause = error;
    }
    if (++failures >= retries.tries) throw new Error(`The export ended early, behind ticket ${after}`, { cause });
    await wait(delayAfter(failures, retries), options.signal);
    lines = undefined;
  }
}

/** Whether the export can resume: after a broken connection, or if Docket is restarting or busy with other exports. */
function canResume(error: unknown, signal: AbortSignal | undefined): boolean {
  if (signal?.aborted || error instanceof IncompleteExport) return false;
  return !(error instanceof DocketError) || isTemporary(error.status, error.problem);
}

class IncompleteExport extends Error {}

function requireComplete(rows: number, expected: number): void {
  if (rows !== expected) throw new IncompleteExport(`The export has ${rows} tickets instead of ${expected}`);
}
