import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { toPrintable } from '#domain/printable';
import type { RowFormat } from '#import-rows/file-row';
import { CliError } from './cli-error.mts';
import type { Part } from './file-parts.mts';
import { optionOf, withOption } from './option-names.mts';
import type { Options } from './options.mts';
import { readPart } from './part-bytes.mts';

/** Media types of parts. They declare the encoding, so that the server does not detect a different one in a part. */
const MEDIA_TYPES: Readonly<Record<RowFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  json: 'application/x-ndjson; charset=utf-8',
};

/** The server's response to a part. */
export interface PartResult {
  readonly imported: number;
  readonly rejected: number;
  readonly errors: readonly RowErrors[];
  /** Number of rows whose tickets had already been imported. */
  readonly already_imported?: number;
  /** The server's interpretation of the part. */
  readonly reading?: Reading;
  /** Present only in a check. */
  readonly check?: { readonly rows: number; readonly importable: number };
  /** Number of imported rows with a default value, by property. */
  readonly defaulted: { readonly category: number; readonly priority: number };
}

/** The server's interpretation of a file. */
export interface Reading {
  readonly columns: readonly { readonly name: string; readonly field?: string; readonly reason: string }[];
  readonly words: readonly Word[];
  readonly defaulted: { readonly status: number; readonly description: number };
  /** Number of rows that lost values. Absent from servers of earlier versions. */
  readonly left_out?: LeftOut;
}

/** Number of rows with a requester without email address, with an unknown assignee or team, or with invalid tags. */
export interface LeftOut {
  readonly requester: number;
  readonly assignee: number;
  readonly team: number;
  readonly tags: number;
}

/** A word that rows use as a category, priority or status. */
export interface Word {
  readonly property: string;
  readonly word: string;
  readonly label?: string;
  readonly reason: string;
  readonly rows: number;
}

/** A rejected row: its line in the part, and its errors. */
export interface RowErrors {
  readonly line: number;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

/** Maximum number of waits for the quota of the token, and of seconds for each. The quota counts by the minute. */
const WAITS_MAX = 5;
const WAIT_MAX_SECONDS = 60;

/** An import ended early. The server may have stored rows of the last part. */
export class InterruptedError extends CliError {}

/** Client for the server's operations that the command uses. */
export class DocketApi {
  /** Identifies this import in its Idempotency-Keys, so that no row is stored twice if it is interrupted and resumed. */
  readonly importId: string;
  private readonly isCheck: boolean;
  private readonly address: URL;
  private readonly token: string | undefined;

  constructor({ url, defaultCategory, defaultPriority, token, resume, ...options }: Options) {
    this.importId = resume ?? randomBytes(6).toString('hex');
    this.isCheck = options.check;
    this.token = token;
    this.address = new URL('api/tickets/import/', url.href.endsWith('/') ? url : `${url.href}/`);
    if (defaultCategory) this.address.searchParams.set('default_category', defaultCategory);
    if (defaultPriority) this.address.searchParams.set('default_priority', defaultPriority);
    if (options.titleIsDescription) this.address.searchParams.set('default_description', 'title');
    if (options.timeZone) this.address.searchParams.set('time_zone', options.timeZone);
    if (options.dateOrder) this.address.searchParams.set('date_order', options.dateOrder);
    if (options.check) this.address.searchParams.set('check', 'true');
    for (const map of options.map) this.address.searchParams.append('map', map);
  }

  /**
   * Sends a part and waits until the server has stored it. Waits first if the token has started too many imports this minute.
   * @throws InterruptedError if the server may have stored some of its rows
   * @throws CliError if the server cannot be reached or rejects the part
   */
  async send(path: string, part: Part, signal: AbortSignal): Promise<PartResult> {
    const headers = {
      'Content-Type': MEDIA_TYPES[part.format.format],
      ...(!this.isCheck && { 'Idempotency-Key': `import-${this.importId}-${part.start}` }),
    };
    let response = await this.post(headers, readPart(path, part), signal);
    for (let waits = 0; response.status === 429 && waits < WAITS_MAX; waits++) {
      const seconds = Math.min(Number(response.headers.get('Retry-After')) || 1, WAIT_MAX_SECONDS);
      await sleep(seconds * 1000, undefined, { signal });
      response = await this.post(headers, readPart(path, part), signal);
    }
    const body: unknown = await response.json().catch(() => undefined);
    if (!isResult(body) || !response.ok) {
      const message = this.errorMessage(response.status, body);
      throw response.status >= 500 ? new InterruptedError(message) : new CliError(message);
    }
    return { ...body, defaulted: { category: count(response, 'category'), priority: count(response, 'priority') } };
  }

  private async post(
    headers: Readonly<Record<string, string>>,
    body: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): Promise<Response> {
    try {
      return await fetch(this.address, {
        method: 'POST',
        headers: { ...headers, ...(this.token && { Authorization: `Bearer ${this.token}` }) },
        body,
        duplex: 'half',
        signal,
      });
    } catch (error) {
      if (signal.aborted) throw error;
      const { code, message } = ((error as Error).cause ?? error) as Error & { code?: string };
      throw ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code ?? '')
        ? new CliError(
            `No server responds at ${this.address.origin}. Start Docket with npm start, or set its address with --url`,
          )
        : new InterruptedError(`The connection to ${this.address.origin} failed: ${code ?? message}`);
    }
  }

  private errorMessage(status: number, body: unknown): string {
    if (status === 401) {
      return this.token
        ? 'The token in DOCKET_TOKEN is unknown, expired or revoked (401)'
        : 'This Docket asks who you are. Set DOCKET_TOKEN to a token with the scope import (401)';
    }
    if (status === 422) return '--resume belongs to another file, or to other options (422)';
    const { detail, errors } = (body ?? {}) as { detail?: unknown; errors?: readonly ParameterError[] };
    const [wrong] = errors ?? [];
    if (wrong?.parameter) return toPrintable(`${optionOf(wrong.parameter)} ${withOption(wrong.detail)}`);
    if (typeof detail === 'string') return refusal(status, toPrintable(withOption(detail)));
    return `${this.address.origin} did not respond like a Docket server (${status})`;
  }
}

/** What the server says about its progress. It counts the rows and lines of a part, which is not the file. */
const PROGRESS_OF_PART = /\.? Imported before that: .*$/s;

/** Why the server did not import a part: it may not like the file, or may not be able to go on. */
export function refusal(status: number, detail: string): string {
  return status === 503
    ? `Docket could not go on: ${detail.replace(PROGRESS_OF_PART, '')} (503)`
    : `Docket rejected the file: ${detail} (${status})`;
}

/** An error of a request, with its parameter if it concerns one. */
interface ParameterError {
  readonly parameter?: string;
  readonly detail: string;
}

function isResult(body: unknown): body is Omit<PartResult, 'defaulted'> {
  const { imported, rejected, errors } = (body ?? {}) as Partial<PartResult>;
  return typeof imported === 'number' && typeof rejected === 'number' && Array.isArray(errors);
}

function count({ headers }: Response, property: string): number {
  return Number(headers.get(`X-Defaulted-${property}-Count`) ?? 0);
}
