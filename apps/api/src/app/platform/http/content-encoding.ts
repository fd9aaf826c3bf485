import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Refuses a body that says it is compressed, before it is read: it would be taken for broken text, or for what it is not. */
export function refuseCompressedBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async ({ headers, is404 }) => {
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding.trim().toLowerCase() === 'identity' || is404) return;
    throw new UnsupportedMediaTypeException('The body must not be compressed');
  });
}
