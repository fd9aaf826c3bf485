/**
 * Paths whose POST accepts an Idempotency-Key. Imports are excluded: a client that retries an import needs its file. A test compares the
 * list with the OpenAPI document.
 */
export const IDEMPOTENT_POSTS = [
  '/api/backups',
  '/api/requests',
  '/api/services',
  '/api/teams',
  '/api/tickets',
  '/api/tickets/{id}/messages',
  '/api/tokens',
  '/api/users',
  '/api/webhooks',
  '/api/webhooks/{id}/deliveries/{delivery}/redeliver',
  '/api/webhooks/{id}/replay',
  '/api/webhooks/{id}/rotate',
  '/api/webhooks/{id}/test',
] as const;

const PATTERNS = IDEMPOTENT_POSTS.map((path) => new RegExp(`${path.replace(/\{\w+\}/g, '[^/]+')}/?$`));

/** Whether the API runs a POST to this path once per key. */
export function hasIdempotentPost(path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(path));
}
