import type { UrlMatcher } from '@angular/router';

/**
 * Matches `/tickets` and `/tickets/123` as one route, so that opening a ticket keeps the list with its scroll position and
 * focus. Other segments fall through to the not-found page.
 */
export const listOrTicket: UrlMatcher = (segments) => {
  const [id, ...rest] = segments;
  if (!id) return { consumed: [] };
  return rest.length === 0 && /^[1-9]\d{0,9}$/.test(id.path) ? { consumed: segments, posParams: { id } } : null;
};
