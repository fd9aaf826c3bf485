import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Rejects an HTTP/1.1 request without a Host header (RFC 9112, 3.2) with a problem document. Node's own 400 has no body. */
export function requireHostHeader(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ headers, raw }, _reply, done) => {
    if (raw.httpVersion === '1.1' && headers.host === undefined) {
      throw new BadRequestException('The Host header is missing');
    }
    done();
  });
}

/** Ignores an unknown Expect header, as RFC 9110, 10.1.1 allows. Node's own 417 has no body. */
export function ignoreUnknownExpectations({ server }: FastifyInstance): void {
  server.on('checkExpectation', (request, response) => void server.emit('request', request, response));
}
