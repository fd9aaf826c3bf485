import type { UrlMatcher } from '@angular/router';

/**
 * `/tickets` and `/tickets/123` are one route, so that opening a ticket keeps the list, its scroll position and its focus.
 * What is no id is left to the routes below, and so to the not-found page.
 */
export const listOrTicket: UrlMatcher = (segments) => {
  const [id, ...rest] = segments;
  if (!id) return { consumed: [] };
  return rest.length === 0 && /^[1-9]\d{0,9}$/.test(id.path) ? { consumed: segments, posParams: { id } } : null;
};
