import type { IncomingMessage } from 'node:http';

/** A request target in absolute form (RFC 9112, 3.2.2): scheme, authority, and the rest. */
const ABSOLUTE_FORM = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)((?:[/?#].*)?)$/is;

/**
 * The path and query of a request target. The authority of a target in absolute form replaces the Host header, as
 * RFC 9112, 3.2.2 requires, so all later checks see one host. An authority with a password never reaches the log.
 */
export function toOriginForm(request: Pick<IncomingMessage, 'headers' | 'url'>): string {
  const { url = '', headers } = request;
  const [, scheme, authority = '', rest = ''] = (!url.startsWith('/') && ABSOLUTE_FORM.exec(url)) || [];
  if (scheme === undefined) return url;
  headers.host = /^https?$/i.test(scheme) ? authority : '';
  return rest.startsWith('/') ? rest : `/${rest}`;
}
