import { remainingMs } from '../../platform/context/work-context';
import { LOOPBACK_NAMES } from '../../platform/config/loopback';
import { boundedFetch } from '../../platform/http/bounded-fetch';

/** Timeout for one response of the provider, in milliseconds. */
const RESPONSE_MS = 3000;
/** Part of the request's remaining time that is reserved for the database, in milliseconds. */
const RESERVED_MS = 1000;

/** The provider does not respond in time, or responds with status 429 or 5xx. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/**
 * Requests to the provider: HTTPS except to this machine, no redirect, a bounded body, and no longer than the request of the browser
 * may still take.
 * @throws ProviderUnavailable if there is no response, or one with status 429 or 5xx
 */
export async function providerFetch(url: string, options: RequestInit): Promise<Response> {
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'https:' && !LOOPBACK_NAMES.includes(hostname)) {
    throw new TypeError(`The provider names an address that is not https: ${hostname}`);
  }
  const ms = Math.max(0, Math.min(RESPONSE_MS, remainingMs() - RESERVED_MS));
  const { status, headers, body } = await respond(url, { ...options, signal: AbortSignal.timeout(ms) });
  if (status === 429 || status >= 500) throw new ProviderUnavailable(`${hostname}${pathname} responded ${status}`);
  return new Response(body.byteLength > 0 ? body : null, { status, headers });
}

/** The response with its whole body, so that an error in the middle is one of the provider, too. */
async function respond(
  url: string,
  options: RequestInit,
): Promise<{ status: number; headers: Headers; body: ArrayBuffer }> {
  try {
    const response = await boundedFetch(url, options);
    return { status: response.status, headers: response.headers, body: await response.arrayBuffer() };
  } catch (error) {
    const { message, cause } = error as Error & { readonly cause?: { readonly code?: string } };
    throw new ProviderUnavailable(`${new URL(url).hostname}: ${cause?.code ?? message}`);
  }
}
