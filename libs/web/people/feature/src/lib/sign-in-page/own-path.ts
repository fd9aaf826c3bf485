import type { UrlTree } from '@angular/router';

/** Pages that lead elsewhere after signing in. */
const ENTRIES = ['/sign-in', '/set-up', '/not-allowed'];

/**
 * The page to return to, as the client's own router reads it, so that no address leads to another site. The list of tickets if the
 * value is none of the client's paths.
 */
export function ownPath(value: string | null, parse: (url: string) => UrlTree): UrlTree {
  const list = parse('/tickets');
  // Browsers take `//host` and `/\host` for another host, and ignore control characters.
  if (!value || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return list;
  const path = parse(value); // the root for a malformed value
  return ENTRIES.some((entry) => isBelow(entry, path.toString())) ? list : path;
}

function isBelow(entry: string, url: string): boolean {
  return url === entry || ['/', '?', '#', ';'].some((next) => url.startsWith(entry + next));
}
