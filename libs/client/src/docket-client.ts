import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.js';
import type { RetryOptions } from './back-off.js';
import { retryingFetch } from './retrying-fetch.js';

export interface DocketClientOptions {
  /** URL of Docket, such as `https://desk.example.com`. */
  readonly baseUrl: string;
  /** A token from Settings. Absent in the open mode. */
  readonly token?: string | undefined;
  readonly retries?: Partial<RetryOptions> | undefined;
  /** Another `fetch`, for a proxy or a test. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** Typed client for all operations of the OpenAPI document: `docket.GET('/api/tickets/{id}', { params: { path: { id: 7 } } })`. */
export type DocketClient = Client<paths>;

/** Creates a client that retries requests safely: see {@link retryingFetch}. */
export function createDocketClient({ baseUrl, token, retries, fetch: send }: DocketClientOptions): DocketClient {
  return createClient<paths>({
    baseUrl,
    ...(token !== undefined && { headers: { Authorization: `Bearer ${token}` } }),
    fetch: retryingFetch(send, retries),
    bodySerializer: serialize,
  });
}

/** Serialises a body as JSON, except for a file to import. No operation takes a JSON string. */
function serialize(body: unknown): BodyInit {
  return typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body);
}
