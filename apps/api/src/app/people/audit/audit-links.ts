import { type PageCursor, encodeCursor } from '../../platform/database/page-cursor';
import type { AuditPage } from './audit-log';
import type { ListAuditDto } from './list-audit.dto';

/** The Link header (RFC 8288) of a page: the next and the previous one, with the same filters. */
export function auditLinks({ next, prev }: AuditPage, query: ListAuditDto): Record<string, string> {
  const links = [next, prev].flatMap((cursor) => (cursor ? [link(query, cursor)] : []));
  return links.length ? { Link: links.join(', ') } : {};
}

function link(query: ListAuditDto, cursor: PageCursor): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, string | number | undefined][]) {
    if (value !== undefined && name !== 'cursor') search.set(name, String(value));
  }
  search.set('cursor', encodeCursor(cursor));
  return `</api/audit?${search.toString()}>; rel="${cursor.direction}"`;
}
