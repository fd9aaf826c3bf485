import type { HttpHeaders } from '@angular/common/http';

/** Cursors of the pages after and before a page or an item. */
export interface PageCursors {
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

/** Reads the cursors from the Link header of a page or an item. */
export function readCursors(headers: HttpHeaders | undefined): PageCursors {
  return {
    nextCursor: readLinkParameter(headers, 'next', 'cursor'),
    previousCursor: readLinkParameter(headers, 'prev', 'cursor'),
  };
}

/** Reads a parameter of the URL in `Link: </api/tickets?cursor=…>; rel="next"` (RFC 8288). */
export function readLinkParameter(
  headers: HttpHeaders | undefined,
  relation: 'next' | 'prev',
  parameter: string,
): string | undefined {
  const links = headers?.get('link') ?? '';
  for (const [, url = '', attributes = ''] of links.matchAll(/<([^<>]*)>([^,<]*)/g)) {
    if (!new RegExp(`rel="?${relation}"?`).test(attributes)) continue;
    return new URL(url, 'http://localhost').searchParams.get(parameter) ?? undefined;
  }
  return undefined;
}
