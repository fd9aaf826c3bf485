import { hasIdempotentPost } from './idempotent-posts.js';

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

/** Statuses after which the same request may succeed. 409 is that of a key whose first request still runs. */
const TEMPORARY = new Set([408, 429, 502, 503, 504]);
const IN_FLIGHT = '/problems/idempotency-key-in-flight';

/** Methods that can be repeated as they are (RFC 9110, 9.2.2). */
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/**
 * A `fetch` that repeats requests when the connection breaks or the server is busy: all that change nothing or change the same again,
 * and each POST that the API does once by its Idempotency-Key, which it adds. A PATCH is repeated with an `If-Match` only: then a change
 * that was made is not made twice, and the answer is 412. A DELETE whose answer was lost gets a 404.
 * @param send the `fetch` to use
 */
export function retryingFetch(
  send: (request: Request) => Promise<Response> = (request) => fetch(request),
  options: Partial<RetryOptions> = {},
): (request: Request) => Promise<Response> {
  const { tries, firstDelayMs, maxDelayMs } = { ...DEFAULT_RETRIES, ...options };
  return async (original) => {
    const request = withKey(original);
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt >= tries || !isRepeatable(request);
      const backOff = Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
      try {
        const response = await send(request.clone());
        if (isLast || !(await isTemporary(response))) return response;
        await response.body?.cancel(); // gives the connection back
        await wait(Math.max(backOff, Math.min(maxDelayMs, retryAfterMs(response))), request.signal);
      } catch (error) {
        request.signal.throwIfAborted();
        if (isLast) throw error;
        await wait(backOff, request.signal);
      }
    }
  };
}

function withKey(request: Request): Request {
  if (!isIdempotentPost(request) || request.headers.has('Idempotency-Key')) return request;
  const headers = new Headers(request.headers);
  headers.set('Idempotency-Key', crypto.randomUUID());
  return new Request(request, { headers });
}

function isRepeatable(request: Request): boolean {
  const { method, headers } = request;
  return REPEATABLE.has(method) || isIdempotentPost(request) || (method === 'PATCH' && headers.has('If-Match'));
}

function isIdempotentPost({ method, url }: Request): boolean {
  return method === 'POST' && hasIdempotentPost(new URL(url).pathname);
}

async function isTemporary(response: Response): Promise<boolean> {
  if (TEMPORARY.has(response.status)) return true;
  if (response.status !== 409) return false;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return typeof problem === 'object' && problem !== null && 'type' in problem && problem.type === IN_FLIGHT;
}

function retryAfterMs({ headers }: Response): number {
  const text = headers.get('Retry-After') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : 0;
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve();
    }, ms);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
