import type { HttpHeaders } from '@angular/common/http';

/** The cursors of the pages after and before a page, or an item. */
export interface PageCursors {
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

/** The cursors in the Link header of a page or an item. */
export function readCursors(headers: HttpHeaders | undefined): PageCursors {
  const links = headers?.get('link') ?? '';
  return { nextCursor: readCursor(links, 'next'), previousCursor: readCursor(links, 'prev') };
}

/** The cursor in `Link: </api/tickets?cursor=…>; rel="next"` (RFC 8288). */
function readCursor(links: string, relation: 'next' | 'prev'): string | undefined {
  for (const [, url = '', attributes = ''] of links.matchAll(/<([^<>]*)>([^,<]*)/g)) {
    if (!new RegExp(`rel="?${relation}"?`).test(attributes)) continue;
    return new URL(url, 'http://localhost').searchParams.get('cursor') ?? undefined;
  }
  return undefined;
}
