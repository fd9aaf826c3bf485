import { StartupError } from '../../../platform/startup/startup-error';
import type { ExportFormat } from '../export-format';

/** Statuses after which the same request may succeed: limits, and a server that is starting or stopping. */
const TEMPORARY = new Set([408, 429, 502, 503, 504]);

/** Maximum wait for a Retry-After, in milliseconds. */
const MAX_RETRY_AFTER_MS = 60_000;

/** The export was interrupted or is temporarily unavailable. The same request may succeed later. */
export class BrokenExport extends Error {
  override readonly name = 'BrokenExport';

  constructor(
    message: string,
    readonly retryAfterMs = 0,
  ) {
    super(message);
  }
}

/** A running Docket whose tickets are exported. */
export class ExportSource {
  constructor(
    private readonly url: URL,
    private readonly format: ExportFormat,
    private readonly query: string | undefined,
    private readonly token: string | undefined,
  ) {}

  /**
   * Starts an export after a ticket.
   * @throws StartupError if Docket rejects the request
   * @throws BrokenExport if the request may succeed later
   */
  async open(after: number): Promise<{ readonly cursor: string; readonly body: AsyncIterable<Uint8Array> }> {
    const address = new URL('api/export', this.url.href.endsWith('/') ? this.url : `${this.url.href}/`);
    address.searchParams.set('format', this.format);
    if (this.query !== undefined) address.searchParams.set('q', this.query);
    if (after > 0) address.searchParams.set('after', String(after));
    const headers = { ...(this.token !== undefined && { Authorization: `Bearer ${this.token}` }) };
    const response = await fetch(address, { headers, redirect: 'manual' }).catch((error: unknown) => {
      throw new BrokenExport(`No server responds at ${address.origin} (${reasonOf(error)})`);
    });
    if (TEMPORARY.has(response.status)) throw await temporary(response);
    if (!response.ok) throw new StartupError(await this.refusal(response));
    const cursor = response.headers.get('Docket-Changes-Cursor');
    if (cursor === null || !response.body)
      throw new StartupError(`${address.origin} did not respond like a Docket server.`);
    return { cursor, body: piecesOf(response.body) };
  }

  private async refusal(response: Response): Promise<string> {
    if (response.status === 401) {
      return this.token === undefined
        ? 'This Docket asks who you are. Set DOCKET_TOKEN to a token with the scope tickets:read (401).'
        : 'The token in DOCKET_TOKEN is unknown, expired or revoked (401).';
    }
    const { detail, errors } = await problemOf(response);
    const [wrong] = errors ?? [];
    if (wrong?.parameter === 'q') return `--query ${wrong.detail} (${response.status}).`;
    return typeof detail === 'string'
      ? `Docket refused the export: ${detail} (${response.status})`
      : `${this.url.origin} did not respond like a Docket server (${response.status}).`;
  }
}

async function temporary(response: Response): Promise<BrokenExport> {
  const { detail } = await problemOf(response);
  const retryAfter = response.headers.get('Retry-After') ?? '';
  const waitMs = /^\d{1,6}$/.test(retryAfter) ? Math.min(Number(retryAfter) * 1000, MAX_RETRY_AFTER_MS) : 0;
  return new BrokenExport(
    `Docket answers ${response.status}${typeof detail === 'string' ? `: ${detail}` : ''}`,
    waitMs,
  );
}

interface Problem {
  readonly detail?: unknown;
  readonly errors?: readonly { readonly parameter?: string; readonly detail: string }[];
}

async function problemOf(response: Response): Promise<Problem> {
  return ((await response.json().catch(() => undefined)) as Problem | undefined) ?? {};
}

async function* piecesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw new BrokenExport(`The connection broke (${reasonOf(error)})`);
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = ((error as Error).cause ?? error) as Error & { readonly code?: string };
  return code ?? message;
}
