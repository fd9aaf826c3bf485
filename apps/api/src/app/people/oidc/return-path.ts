/** The page to open without a valid path. */
const START_PAGE = '/tickets';

/** The limit of the column, in UTF-16 code units. */
const MAX_LENGTH = 2000;

/**
 * The page of this site that an address names, as a path that begins with one slash. The start page for anything else: other sites, the
 * API, and text that browsers read in other ways.
 */
export function returnPath(value: string | undefined, origin: string): string {
  if (!value || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value) || !URL.canParse(value, origin)) return START_PAGE;
  const url = new URL(value, origin);
  const path = url.pathname + url.search + url.hash; // without dot segments: `/.//host` names another host only now
  const isOwn = url.origin === origin && !path.startsWith('//') && isPage(url.pathname);
  return isOwn && path.length <= MAX_LENGTH ? path : START_PAGE;
}

/** Compares the decoded path, as the router of the server does. */
function isPage(path: string): boolean {
  try {
    return !/^\/api(?:\/|$)/i.test(decodeURIComponent(path));
  } catch {
    return false; // a percent sign that encodes nothing, or bytes that are not UTF-8
  }
}
