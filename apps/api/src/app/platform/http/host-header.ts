import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { addHookInTurn } from './hook-in-turn';

/** Refuses HTTP/1.1 without a Host with a problem document (RFC 9112, 3.2); Node by itself answers without any. */
export function refuseWithoutHost(fastify: FastifyInstance): void {
  addHookInTurn(fastify, async ({ headers, raw }) => {
    if (raw.httpVersion === '1.1' && headers.host === undefined)
      throw new BadRequestException('The Host header is missing');
  });
}

/** Ignores an expectation that nobody knows, as RFC 9110, 10.1.1 allows: Node by itself answers 417 with no body. */
export function answerAsAnyOther({ server }: FastifyInstance): void {
  server.on('checkExpectation', (request, response) => void server.emit('request', request, response));
}
