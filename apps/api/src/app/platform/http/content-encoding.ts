import type { FastifyInstance } from 'fastify';
import { ContentEncodingException } from '../problems/content-encoding.exception';

/** Rejects compressed bodies before they are read. A parser would read the compressed bytes as text. */
export function rejectCompressedBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', ({ headers, is404 }, _reply, _payload, done) => {
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding.trim().toLowerCase() !== 'identity' && !is404) {
      throw new ContentEncodingException();
    }
    done();
  });
}
