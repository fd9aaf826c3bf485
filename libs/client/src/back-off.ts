/** Status codes after which the same request may succeed. */
const TEMPORARY = new Set([408, 429, 502, 503, 504]);
const IN_FLIGHT = '/problems/idempotency-key-in-flight';

/** Number of attempts of a request, and the delays between them. */
export interface RetryOptions {
  /** Maximum number of attempts of a request. 1 disables retries. */
  readonly tries: number;
  /** Delay before the second attempt, in milliseconds. It doubles with each attempt; half of it is random. */
  readonly firstDelayMs: number;
  /** Maximum delay, in milliseconds. It also limits a Retry-After. */
  readonly maxDelayMs: number;
}

export const DEFAULT_RETRIES: RetryOptions = { tries: 5, firstDelayMs: 250, maxDelayMs: 30_000 };

/**
 * Whether the same request may succeed later.
 * @param problem the response body, which distinguishes the 409 of an idempotency key in flight from others
 */
export function isTemporary(status: number, problem: unknown): boolean {
  if (TEMPORARY.has(status)) return true;
  return (
    status === 409 && typeof problem === 'object' && problem !== null && 'type' in problem && problem.type === IN_FLIGHT
  );
}

/** Node's codes for connections that fail or break. Includes unknown host names, because the network may be down. */
const CONNECTION_CODE =
  /^(?:E(?:CONN|HOST|NET)[A-Z]+|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|HPE_[A-Z_]+|UND_ERR_(?:SOCKET|CLOSED|DESTROYED|[A-Z]+_TIMEOUT|RES_CONTENT_LENGTH_MISMATCH))$/;

/** Whether an error comes from the connection. For a mistake in the request, `fetch` throws a TypeError without such a code. */
export function isConnectionError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, cause } = error as { name?: unknown; code?: unknown; cause?: unknown };
  return name === 'TimeoutError' || CONNECTION_CODE.test(String(code)) || isConnectionError(cause);
}

/**
 * The delay after an attempt, in milliseconds.
 * @param attempt the number of the attempt, from 1
 * @param response its response; undefined for a broken connection
 */
export function delayAfter(attempt: number, { firstDelayMs, maxDelayMs }: RetryOptions, response?: Response): number {
  const backOff = Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
  return Math.max(backOff, Math.min(maxDelayMs, retryAfterMs(response)));
}

function retryAfterMs(response: Response | undefined): number {
  const text = response?.headers.get('Retry-After') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : 0;
}

/** Resolves after `ms`, or rejects with the signal's reason when it aborts. */
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
