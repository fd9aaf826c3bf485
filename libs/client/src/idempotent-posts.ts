/**
 * The paths whose POST takes an Idempotency-Key, without that of imports: a client that repeats an import keeps its file. A test compares
 * them with the OpenAPI document.
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

/** Whether the API does a POST to a path once for each key. */
export function hasIdempotentPost(path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(path));
}
