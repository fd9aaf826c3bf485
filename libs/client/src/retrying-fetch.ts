import { DEFAULT_RETRIES, type RetryOptions, delayAfter, isTemporary, wait } from './back-off.js';
import { hasIdempotentPost } from './idempotent-posts.js';

/** Idempotent methods (RFC 9110, 9.2.2). */
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/**
 * Wraps `fetch` with retries for broken connections and busy servers. Retries idempotent requests, and each POST for which the API accepts
 * an Idempotency-Key, which it adds. A PATCH is retried only with an `If-Match`: a change that already succeeded then gets a 412. A DELETE
 * that already succeeded gets a 404.
 * @param send the `fetch` to use
 */
export function retryingFetch(
  send: (request: Request) => Promise<Response> = (request) => fetch(request),
  options: Partial<RetryOptions> = {},
): (request: Request) => Promise<Response> {
  const retries = { ...DEFAULT_RETRIES, ...options };
  return async (original) => {
    const request = withKey(original);
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt >= retries.tries || !isRepeatable(request);
      try {
        const response = await send(isLast ? request : request.clone()); // a clone would keep an uploaded file in memory
        if (isLast || response.ok) return response;
        if (!isTemporary(response.status, response.status === 409 && (await bodyOf(response)))) return response;
        await response.body?.cancel(); // releases the connection
        await wait(delayAfter(attempt, retries, response), request.signal);
      } catch (error) {
        request.signal.throwIfAborted();
        if (isLast) throw error;
        await wait(delayAfter(attempt, retries), request.signal);
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

/** Reads a problem from a clone, so that the response can still be read. */
function bodyOf(response: Response): Promise<unknown> {
  return response
    .clone()
    .json()
    .catch(() => undefined);
}
