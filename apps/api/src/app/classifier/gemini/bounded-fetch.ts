/** Maximum length of a response, in bytes after decompression. A suggestion has a few hundred. */
export const RESPONSE_MAX_BYTES = 262_144;

/** The response is longer than {@link RESPONSE_MAX_BYTES}. */
export class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError';
}

/**
 * Calls the SDK so that it uses {@link boundedFetch}. The SDK has no option for it: it reads the global `fetch` when a method is called,
 * before the first `await`. So `fetch` is replaced for that moment only, and no other code of the process sees it.
 */
export function withBoundedFetch<T>(callSdk: () => Promise<T>): Promise<T> {
  const originalFetch = globalThis.fetch;
  globalThis.fetch = boundedFetch;
  try {
    return callSdk();
  } finally {
    globalThis.fetch = originalFetch;
  }
}

/**
 * Like `fetch`, with two limits: it follows no redirect, because that would send the ticket and the API key to another host, and it cuts a
 * long body off while it arrives.
 */
async function boundedFetch(url: string | URL | Request, options?: RequestInit): Promise<Response> {
  const { body, status, statusText, headers } = await fetch(url, { ...options, redirect: 'manual' });
  return new Response(body?.pipeThrough(limitBytes(RESPONSE_MAX_BYTES)) ?? null, { status, statusText, headers });
}

function limitBytes(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let received = 0;
  return new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      if (received > maxBytes) controller.error(new ResponseTooLargeError());
      else controller.enqueue(chunk);
    },
  });
}
