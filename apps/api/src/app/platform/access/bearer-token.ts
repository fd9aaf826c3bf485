import type { FastifyRequest } from 'fastify';

const SCHEME = 'bearer';

/**
 * The token of a request (RFC 6750, 2.1): empty if the header has none, undefined without the header. Other schemes are ignored,
 * because a proxy may ask for a password of its own.
 */
export function bearerTokenOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const [scheme = '', ...token] = (headers.authorization ?? '').trim().split(' ');
  return scheme.toLowerCase() === SCHEME ? token.join(' ').trim() : undefined;
}
