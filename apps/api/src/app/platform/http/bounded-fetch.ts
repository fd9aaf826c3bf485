/** Maximum length of a response, in bytes after decompression. Suggestions, tokens and keys have a few thousand at most. */
export const RESPONSE_MAX_BYTES = 262_144;

/** The response is longer than {@link RESPONSE_MAX_BYTES}. */
export class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError';
}

/**
 * Like `fetch`, with two limits: it follows no redirect, because that would send secrets to another host, and it cuts a long body off
 * while it arrives.
 */
export async function boundedFetch(url: string | URL | Request, options?: RequestInit): Promise<Response> {
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
