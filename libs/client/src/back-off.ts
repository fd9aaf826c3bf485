/** Statuses after which the same request may succeed. */
const TEMPORARY = new Set([408, 429, 502, 503, 504]);
const IN_FLIGHT = '/problems/idempotency-key-in-flight';

/** How often, and after how long, a request is repeated. */
export interface RetryOptions {
  /** Maximum number of tries of a request. 1 turns repeating off. */
  readonly tries: number;
  /** The wait before the second try, in milliseconds. It doubles with each try, and a half of it is random. */
  readonly firstDelayMs: number;
  /** The longest wait, in milliseconds, also of a Retry-After. */
  readonly maxDelayMs: number;
}

export const DEFAULT_RETRIES: RetryOptions = { tries: 5, firstDelayMs: 250, maxDelayMs: 30_000 };

/**
 * Whether the same request may succeed later.
 * @param problem the body, which tells the 409 of a key whose first request still runs from others
 */
export function isTemporary(status: number, problem: unknown): boolean {
  if (TEMPORARY.has(status)) return true;
  return (
    status === 409 && typeof problem === 'object' && problem !== null && 'type' in problem && problem.type === IN_FLIGHT
  );
}

/** Codes of Node for a connection that cannot be made, or that broke. An unknown host name is one: the network may be away. */
const CONNECTION_CODE =
  /^(?:E(?:CONN|HOST|NET)[A-Z]+|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|HPE_[A-Z_]+|UND_ERR_(?:SOCKET|CLOSED|DESTROYED|[A-Z]+_TIMEOUT|RES_CONTENT_LENGTH_MISMATCH))$/;

/** Whether an error is that of a connection. `fetch` also throws a TypeError for a mistake in the request, without such a code. */
export function isConnectionError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, cause } = error as { name?: unknown; code?: unknown; cause?: unknown };
  return name === 'TimeoutError' || CONNECTION_CODE.test(String(code)) || isConnectionError(cause);
}

/**
 * The wait after a try, in milliseconds.
 * @param attempt the number of the try, from 1
 * @param response what it got; undefined for a connection that broke
 */
export function delayAfter(attempt: number, { firstDelayMs, maxDelayMs }: RetryOptions, response?: Response): number {
  const backOff = Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
  return Math.max(backOff, Math.min(maxDelayMs, retryAfterMs(response)));
}

function retryAfterMs(response: Response | undefined): number {
  const text = response?.headers.get('Retry-After') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : 0;
}

/** Rejects with the reason of the signal as soon as it aborts. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, ms);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}
