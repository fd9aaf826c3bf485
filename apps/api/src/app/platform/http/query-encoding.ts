import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Rejects a query string that is not valid percent-encoded UTF-8. Fastify would pass it on undecoded. */
export function rejectMalformedQueries(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ url }, _reply, done) => {
    const start = url.indexOf('?');
    if (start >= 0 && !isDecodable(url.slice(start))) {
      throw new BadRequestException('The query string is not valid percent-encoded UTF-8');
    }
    done();
  });
}

function isDecodable(text: string): boolean {
  if (!text.includes('%')) return true;
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
