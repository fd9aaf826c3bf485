import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const digests = new WeakMap<FastifyRequest, Buffer>();
const EMPTY = createHash('sha256').digest();

/** Keeps the SHA-256 of a request's body, as it arrived. Parsers call it, because nothing after them sees the bytes. */
export function keepDigest(request: FastifyRequest, body: Buffer): void {
  digests.set(request, createHash('sha256').update(body).digest());
}

/** The digest that the parser of a request's body has kept; that of no bytes for a request without a body. */
export function digestOfBody(request: FastifyRequest): Buffer {
  return digests.get(request) ?? EMPTY;
}
