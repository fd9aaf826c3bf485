import type { FastifyRequest } from 'fastify';

const CHARSET = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;"]*))/i;

/** The charset that the media type of a request names; undefined if it names none. */
export function declaredCharset({ raw }: FastifyRequest): string | undefined {
  const [, quoted, token] = CHARSET.exec(raw.headers['content-type'] ?? '') ?? [];
  return (quoted ?? token ?? '').trim() || undefined;
}
