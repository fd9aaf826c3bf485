import type { UrlTree } from '@angular/router';

/** Pages that redirect after a sign-in. */
const ENTRIES = ['/sign-in', '/set-up', '/not-allowed'];

/**
 * The page to return to. Parsed by the client's own router, so that it cannot be on another site. Falls back to the list of tickets for
 * values that are not a path of the client.
 */
export function ownPath(value: string | null, parse: (url: string) => UrlTree): UrlTree {
  const list = parse('/tickets');
  // Browsers read `//host` and `/\host` as another host, and ignore control characters.
  if (!value || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return list;
  const path = parse(value); // the root for a malformed value
  return ENTRIES.some((entry) => isBelow(entry, path.toString())) ? list : path;
}

function isBelow(entry: string, url: string): boolean {
  return url === entry || ['/', '?', '#', ';'].some((next) => url.startsWith(entry + next));
}
