/**
 * The Link header (RFC 8288) of a page: the next one, with the same filters.
 * @param next the cursor of the next page; undefined on the last one
 */
export function nextLink(path: string, next: string | undefined, query: object): Record<string, string> {
  if (next === undefined) return {};
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, string | number | undefined][]) {
    if (value !== undefined && name !== 'cursor') search.set(name, String(value));
  }
  search.set('cursor', next);
  return { Link: `<${path}?${search.toString()}>; rel="next"` };
}
